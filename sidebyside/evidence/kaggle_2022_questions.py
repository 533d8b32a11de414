"""The questions of Kaggle's survey of 2022 that become figures: whom they were put to, and the names of their options.

The names are permanent: they are the figures' ids.
"""

from dataclasses import dataclass

CODE = "respondents who write code"
ML = "respondents who use ML"
SPEND = "respondents who have spent money on ML or the cloud"


@dataclass(frozen=True)
class Question:
    """A question, whom it was put to, and the names of the figures that its options become."""

    code: str
    topic: str
    about: str
    base: str
    options: dict[str, str]
    """The option's label, or the start of it, and the figure's name."""


TICKS = (
    Question(
        "Q12",
        "languages",
        "programming language used regularly",
        CODE,
        {
            "Python": "python",
            "R": "r",
            "SQL": "sql",
            "C": "c",
            "C#": "c-sharp",
            "C++": "cpp",
            "Java": "java",
            "Javascript": "javascript",
            "Bash": "bash",
            "PHP": "php",
            "MATLAB": "matlab",
            "Julia": "julia",
            "Go": "go",
        },
    ),
    Question(
        "Q13",
        "editors",
        "development environment used regularly",
        CODE,
        {
            "JupyterLab": "jupyterlab",
            "RStudio": "rstudio",
            "Visual Studio": "visual-studio",
            "Visual Studio Code (VSCode)": "vs-code",
            "PyCharm": "pycharm",
            "Spyder": "spyder",
            "Notepad++": "notepad-plus-plus",
            "Sublime Text": "sublime-text",
            "Vim / Emacs": "vim-emacs",
            "MATLAB": "matlab-environment",
            "Jupyter Notebook": "jupyter-notebook",
            "IntelliJ": "intellij",
        },
    ),
    Question(
        "Q14",
        "hosted-notebooks",
        "hosted notebook used",
        CODE,
        {
            "Kaggle Notebooks": "kaggle-notebooks",
            "Colab Notebooks": "colab",
            "Azure Notebooks": "azure-notebooks",
            "Amazon Sagemaker Studio": "sagemaker-studio",
            "Google Cloud Vertex AI Workbench": "vertex-ai-workbench",
            "Databricks Collaborative Notebooks": "databricks-notebooks",
            "None": "no-hosted-notebook",
        },
    ),
    Question(
        "Q15",
        "visualization",
        "visualization library used regularly",
        CODE,
        {
            "Matplotlib": "matplotlib",
            "Seaborn": "seaborn",
            "Plotly / Plotly Express": "plotly",
            "Ggplot / ggplot2": "ggplot2",
            "Shiny": "shiny",
            "D3 js": "d3",
            "Altair": "altair",
            "Bokeh": "bokeh",
            "Leaflet / Folium": "folium",
            "None": "no-visualization-library",
        },
    ),
    Question(
        "Q17",
        "frameworks",
        "machine learning framework used regularly",
        ML,
        {
            "Scikit-learn": "scikit-learn",
            "TensorFlow": "tensorflow",
            "Keras": "keras",
            "PyTorch": "pytorch",
            "Fast.ai": "fastai",
            "Xgboost": "xgboost",
            "LightGBM": "lightgbm",
            "CatBoost": "catboost",
            "Caret": "caret",
            "Tidymodels": "tidymodels",
            "JAX": "jax",
            "PyTorch Lightning": "pytorch-lightning",
            "Huggingface": "hugging-face",
            "None": "no-ml-framework",
        },
    ),
    Question(
        "Q18",
        "methods",
        "machine learning method used regularly",
        ML,
        {
            "Linear or Logistic Regression": "linear-models",
            "Decision Trees or Random Forests": "trees-and-forests",
            "Gradient Boosting Machines": "gradient-boosting",
            "Bayesian Approaches": "bayesian-methods",
            "Evolutionary Approaches": "evolutionary-methods",
            "Dense Neural Networks": "dense-networks",
            "Convolutional Neural Networks": "convolutional-networks",
            "Generative Adversarial Networks": "generative-adversarial-networks",
            "Recurrent Neural Networks": "recurrent-networks",
            "Transformer Networks": "transformers",
            "Autoencoder Networks": "autoencoders",
            "Graph Neural Networks": "graph-networks",
            "None": "no-ml-method",
        },
    ),
    Question(
        "Q28",
        "activities",
        "activity that is an important part of the role at work",
        "respondents who were asked about their work",
        {
            "Analyze and understand data": "activity-analyze",
            "Build and/or run the data infrastructure": "activity-data-infrastructure",
            "Build prototypes": "activity-prototypes",
            "Build and/or run a machine learning service": "activity-ml-service",
            "Experimentation and iteration": "activity-improve-models",
            "Do research": "activity-research",
            "None of these": "activity-none",
        },
    ),
    Question(
        "Q31",
        "clouds",
        "cloud platform used",
        SPEND,
        {
            "Amazon Web Services (AWS)": "aws",
            "Microsoft Azure": "azure",
            "Google Cloud Platform (GCP)": "google-cloud",
            "IBM Cloud / Red Hat": "ibm-cloud",
            "None": "no-cloud",
        },
    ),
    Question(
        "Q35",
        "data-products",
        "data product used",
        SPEND,
        {
            "MySQL": "mysql",
            "PostgreSQL": "postgresql",
            "SQLite": "sqlite",
            "Oracle Database": "oracle-database",
            "MongoDB": "mongodb",
            "Snowflake": "snowflake",
            "Microsoft SQL Server": "sql-server",
            "Amazon Redshift": "redshift",
            "Amazon DynamoDB": "dynamodb",
            "Google Cloud BigQuery": "bigquery",
            "None": "no-data-product",
        },
    ),
    Question(
        "Q36",
        "bi-tools",
        "business intelligence tool used",
        SPEND,
        {
            "Microsoft Power BI": "power-bi",
            "Google Data Studio": "google-data-studio",
            "Looker": "looker",
            "Tableau": "tableau",
            "Qlik Sense": "qlik-sense",
            "None": "no-bi-tool",
        },
    ),
    Question(
        "Q37",
        "managed-ml",
        "managed machine learning product used regularly",
        SPEND,
        {
            "Amazon SageMaker": "sagemaker",
            "Azure Machine Learning Studio": "azure-ml",
            "Google Cloud Vertex AI": "vertex-ai",
            "DataRobot": "datarobot",
            "Databricks": "databricks",
            "Dataiku": "dataiku",
            "No / None": "no-managed-ml",
        },
    ),
    Question(
        "Q39",
        "serving",
        "product used to serve models",
        SPEND,
        {
            "TensorFlow Extended (TFX)": "tfx",
            "TorchServe": "torchserve",
            "ONNX Runtime": "onnx-runtime",
            "Triton Inference Server": "triton",
            "OpenVINO Model Server": "openvino",
            "KServe": "kserve",
            "BentoML": "bentoml",
            "Seldon Core": "seldon-core",
            "MLflow": "mlflow-serving",
            "None": "no-serving-product",
        },
    ),
    Question(
        "Q40",
        "tracking",
        "tool used to monitor models or experiments",
        SPEND,
        {
            "Neptune.ai": "neptune",
            "Weights & Biases": "weights-and-biases",
            "Comet.ml": "comet",
            "TensorBoard": "tensorboard",
            "ClearML": "clearml",
            "MLflow": "mlflow-tracking",
            "Evidently AI": "evidently",
            "DVC": "dvc",
            "No / None": "no-tracking-tool",
        },
    ),
    Question(
        "Q42",
        "hardware",
        "hardware used to train models",
        SPEND,
        {"GPUs": "gpus", "TPUs": "tpus", "None": "no-special-hardware"},
    ),
)

CHOICES = (
    Question(
        "Q4",
        "country",
        "country of residence",
        "respondents",
        {"India": "country-india", "United States of America": "country-united-states"},
    ),
    Question(
        "Q8",
        "education",
        "highest degree attained, or planned within two years",
        "respondents who told their degree",
        {
            "No formal education past high school": "education-high-school",
            "Some college/university study": "education-some-college",
            "Bachelor’s degree": "education-bachelor",
            "Master’s degree": "education-master",
            "Doctoral degree": "education-doctorate",
            "Professional doctorate": "education-professional-doctorate",
        },
    ),
    Question(
        "Q11",
        "coding-years",
        "years of writing code",
        "respondents",
        {
            "I have never written code": "coding-never",
            "< 1 years": "coding-under-1",
            "1-3 years": "coding-1-3",
            "3-5 years": "coding-3-5",
            "5-10 years": "coding-5-10",
            "10-20 years": "coding-10-20",
            "20+ years": "coding-20-plus",
        },
    ),
    Question(
        "Q16",
        "ml-years",
        "years of using machine learning",
        CODE,
        {
            "I do not use machine learning methods": "ml-never",
            "Under 1 year": "ml-under-1",
            "1-2 years": "ml-1-2",
            "2-3 years": "ml-2-3",
            "3-4 years": "ml-3-4",
            "4-5 years": "ml-4-5",
            "5-10 years": "ml-5-10",
            "10-20 years": "ml-10-20",
        },
    ),
)
