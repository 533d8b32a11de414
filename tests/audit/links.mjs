// Follows every link of the pages that standard input names, and prints those that lead nowhere, as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module] = process.argv.slice(2);
const { pages, own, rewrite } = JSON.parse(readFileSync(0, "utf8"));
const { LinkChecker, LinkState } = await import(pathToFileURL(module));
const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const { links } = await new LinkChecker().check({
  path: pages,
  recurse: true,
  checkFragments: true,
  checkCss: true,
  redirects: "error",
  concurrency: 20,
  linksToSkip: async (address) => !own.some((start) => address.startsWith(start)),
  urlRewriteExpressions: rewrite.map(([from, replacement]) => ({ pattern: new RegExp(`^${quoted(from)}`), replacement })),
});
const followed = links.filter((link) => link.state !== LinkState.SKIPPED);
const lost = followed.filter((link) => link.state === LinkState.BROKEN);
console.log(
  JSON.stringify({
    followed: new Set(followed.map((link) => link.url)).size,
    lost: lost.map(({ url, parent, status, failureDetails }) => ({
      address: url,
      page: parent ?? url,
      why: (failureDetails ?? []).map((each) => each.message).find(Boolean) ?? `status ${status}`,
    })),
  }),
);
