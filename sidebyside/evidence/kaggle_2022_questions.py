"""The questions of Kaggle's survey of 2022 that become figures: whom they were put to, and the names of their options.

Every option of a question with ticks is here but "Other". The names are permanent: they are the figures' ids.
"""

from dataclasses import dataclass

EVERYBODY = "respondents"
NO_STUDENTS = "respondents who are not students"
DEGREE = "respondents with a master's degree or a doctorate, attained or planned"
CODE = "respondents who write code"
ML = "respondents who use ML"
SPEND = "respondents who code and have paid for ML or the cloud"
SPEND_ON_ML = "respondents who use ML and have paid for it or the cloud"


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
        "Q6",
        "courses",
        "data science course begun or completed",
        EVERYBODY,
        {
            "Coursera": "course-coursera",
            "edX": "course-edx",
            "Kaggle Learn Courses": "course-kaggle-learn",
            "DataCamp": "course-datacamp",
            "Fast.ai": "course-fastai",
            "Udacity": "course-udacity",
            "Udemy": "course-udemy",
            "LinkedIn Learning": "course-linkedin-learning",
            "Cloud-certification programs": "course-cloud-certification",
            "University Courses": "course-university",
            "None": "course-nowhere",
        },
    ),
    Question(
        "Q7",
        "first-studies",
        "helpful source of first studies in data science",
        EVERYBODY,
        {
            "University courses": "helped-university",
            "Online courses": "helped-online-courses",
            "Social media platforms": "helped-social-media",
            "Video platforms": "helped-video",
            "Kaggle": "helped-kaggle",
            "None": "helped-nothing",
        },
    ),
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
            "None": "no-language",
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
            "None": "no-editor",
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
            "Code Ocean": "code-ocean",
            "IBM Watson Studio": "watson-studio",
            "Amazon Sagemaker Studio Lab": "sagemaker-studio-lab",
            "Amazon EMR Notebooks": "emr-notebooks",
            "Hex Workspaces": "hex",
            "Noteable Notebooks": "noteable",
            "Deepnote Notebooks": "deepnote",
            "Gradient Notebooks": "gradient",
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
            "Geoplotlib": "geoplotlib",
            "Pygal": "pygal",
            "Dygraphs": "dygraphs",
            "Highcharter": "highcharter",
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
        "respondents who told what they do at work",
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
            "Oracle Cloud": "oracle-cloud",
            "SAP Cloud": "sap-cloud",
            "VMware Cloud": "vmware-cloud",
            "Alibaba Cloud": "alibaba-cloud",
            "Tencent Cloud": "tencent-cloud",
            "Huawei Cloud": "huawei-cloud",
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
            "IBM Db2": "db2",
            "Microsoft Azure SQL Database": "azure-sql",
            "Amazon RDS": "rds",
            "Google Cloud SQL": "google-cloud-sql",
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
            "Amazon QuickSight": "quicksight",
            "Domo": "domo",
            "TIBCO Spotfire": "spotfire",
            "Alteryx": "alteryx-bi",
            "Sisense": "sisense",
            "SAP Analytics Cloud": "sap-analytics",
            "Microsoft Azure Synapse": "synapse",
            "Thoughtspot": "thoughtspot",
            "None": "no-bi-tool",
        },
    ),
    Question(
        "Q37",
        "managed-ml",
        "managed machine learning product used regularly",
        SPEND_ON_ML,
        {
            "Amazon SageMaker": "sagemaker",
            "Azure Machine Learning Studio": "azure-ml",
            "Google Cloud Vertex AI": "vertex-ai",
            "DataRobot": "datarobot",
            "Databricks": "databricks",
            "Dataiku": "dataiku",
            "Alteryx": "alteryx",
            "Rapidminer": "rapidminer",
            "C3.ai": "c3-ai",
            "Domino Data Lab": "domino",
            "H2O AI Cloud": "h2o-ai-cloud",
            "No / None": "no-managed-ml",
        },
    ),
    Question(
        "Q39",
        "serving",
        "product used to serve models",
        SPEND_ON_ML,
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
            "Multi Model Server (MMS)": "multi-model-server",
            "None": "no-serving-product",
        },
    ),
    Question(
        "Q40",
        "tracking",
        "tool used to monitor models or experiments",
        SPEND_ON_ML,
        {
            "Neptune.ai": "neptune",
            "Weights & Biases": "weights-and-biases",
            "Comet.ml": "comet",
            "TensorBoard": "tensorboard",
            "ClearML": "clearml",
            "MLflow": "mlflow-tracking",
            "Evidently AI": "evidently",
            "DVC": "dvc",
            "Guild.ai": "guild-ai",
            "Aporia": "aporia",
            "Arize": "arize",
            "WhyLabs": "whylabs",
            "Fiddler": "fiddler",
            "No / None": "no-tracking-tool",
        },
    ),
    Question(
        "Q42",
        "hardware",
        "special hardware used to train models",
        SPEND_ON_ML,
        {
            "GPUs": "gpus",
            "TPUs": "tpus",
            "IPUs": "ipus",
            "RDUs": "rdus",
            "WSEs": "wses",
            "Trainium Chips": "trainium",
            "Inferentia Chips": "inferentia",
            "None": "no-special-hardware",
        },
    ),
)

CHOICES = (
    Question(
        "Q4",
        "country",
        "country of residence",
        EVERYBODY,
        {"India": "country-india", "United States of America": "country-united-states"},
    ),
    Question(
        "Q8",
        "education",
        "highest degree attained, or planned within two years",
        "respondents who told their degree",
        {
            "No formal education past high school": "education-high-school",
            "Some college/university study without earning a bachelor’s degree": "education-some-college",
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
        EVERYBODY,
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
            "20 or more years": "ml-20-plus",
        },
    ),
    Question("Q9", "research", "published academic research", DEGREE, {"Yes": "published-research"}),
    Question(
        "Q25",
        "company-size",
        "size of the employer",
        NO_STUDENTS,
        {
            "0-49 employees": "company-under-50",
            "50-249 employees": "company-50-249",
            "250-999 employees": "company-250-999",
            "1000-9,999 employees": "company-1000-9999",
            "10,000 or more employees": "company-10000-plus",
        },
    ),
    Question(
        "Q27",
        "employers-ml",
        "use of machine learning by the employer",
        NO_STUDENTS,
        {
            "We have well established ML methods (i.e., models in production for more than 2 years)": (
                "employer-ml-established"
            ),
            "We recently started using ML methods (i.e., models in production for less than 2 years)": (
                "employer-ml-recent"
            ),
            "We are exploring ML methods (and may one day put a model into production)": "employer-ml-exploring",
            "We use ML methods for generating insights (but do not put working models into production)": (
                "employer-ml-insights"
            ),
            "No (we do not use ML methods)": "employer-ml-none",
            "I do not know": "employer-ml-unknown",
        },
    ),
)


@dataclass(frozen=True)
class Sum:
    """Answers of one question that are counted together, and the name of the figure that they become."""

    code: str
    name: str
    title: str
    options: tuple[str, ...]


SUMS = (
    Sum(
        "Q8",
        "education-master-or-higher",
        "Master's degree or higher",
        ("Master’s degree", "Doctoral degree", "Professional doctorate"),
    ),
    Sum("Q11", "coding-up-to-3", "Up to 3 years", ("I have never written code", "< 1 years", "1-3 years")),
    Sum("Q11", "coding-over-10", "More than 10 years", ("10-20 years", "20+ years")),
    Sum("Q16", "ml-up-to-2", "Up to 2 years", ("Under 1 year", "1-2 years")),
    Sum("Q16", "ml-over-5", "More than 5 years", ("5-10 years", "10-20 years", "20 or more years")),
)
