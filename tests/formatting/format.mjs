// Reads files as JSON, {path: text}, and prints them as the formatter writes them. A file that it cannot read has
// null. The first argument is the formatter's module; paths are below the current folder, whose settings hold.
import { text as all } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { default: prettier } = await import(pathToFileURL(process.argv[2]));
const files = JSON.parse(await all(process.stdin));
for (const [path, text] of Object.entries(files)) {
  const { ignored } = await prettier.getFileInfo(path, { ignorePath: ".prettierignore" });
  const settings = await prettier.resolveConfig(path);
  if (!ignored) {
    files[path] = await prettier.format(text, { ...settings, filepath: path }).catch(() => null);
  }
}
console.log(JSON.stringify(files));
