"""Names of roles, kinds, stages, statuses and authorities."""

from assistant.contract import Persona, Status
from ui.wording import Text

ROLES = {
    Persona.SC: Text("生活支援コーディネーター（SC）", "Livelihood support coordinator (SC)"),
    Persona.MUNICIPALITY: Text("市区町村の職員", "Municipal staff"),
    Persona.PREFECTURE: Text("都道府県の職員", "Prefectural staff"),
    Persona.COMPANY: Text("企業の担当者", "Company staff"),
    Persona.EVALUATOR: Text("評価・検証する人", "Evaluator"),
}
SHORT_ROLES = {
    Persona.SC: Text("SC", "Coordinator (SC)"),
    Persona.MUNICIPALITY: Text("市区町村", "Municipality"),
    Persona.PREFECTURE: Text("都道府県", "Prefecture"),
    Persona.COMPANY: Text("企業", "Company"),
    Persona.EVALUATOR: Text("評価・検証", "Evaluator"),
}

STATUSES = {
    Status.PARTIAL: Text("一部だけお答えできます", "Answered in part"),
    Status.CLARIFICATION: Text("もう少し教えてください", "Please tell me a little more"),
    Status.NOT_IN_SOURCES: Text("資料に見当たりません", "Not in the documents"),
    Status.OUT_OF_SCOPE: Text("このアシスタントの対象外です", "Outside what this assistant covers"),
    Status.NEUTRALITY: Text("中立の立場でお答えします", "A neutral answer"),
    Status.PERSONAL_DATA: Text("個人情報はお答えできません", "Personal data"),
    Status.UNSAFE: Text("お手伝いできません", "Cannot help with this"),
}

KINDS = {
    "guideline": Text("手引き・助言", "Advice"),
    "procedure": Text("進め方・手順", "Steps"),
    "case": Text("事例", "Case"),
    "statistic": Text("統計・数字", "Figures"),
    "definition": Text("用語・考え方", "Terms and ideas"),
    "form": Text("様式", "Form"),
    "qa": Text("Q&A", "Q&A"),
    "programme": Text("制度・公募", "Programmes and calls"),
    "opinion": Text("意見・発言", "Opinion"),
    "document": Text("追加した文書", "Added document"),
}

STAGES = {
    "awareness": Text("知る・気づく", "Becoming aware"),
    "partnering": Text("相手とつながる", "Finding partners"),
    "design": Text("事業をつくる", "Designing the service"),
    "launch": Text("始める", "Starting"),
    "continue": Text("続ける・広げる", "Continuing and spreading"),
}

AUTHORITIES = {
    "ministry": Text("省庁の資料", "Ministry material"),
    "committee": Text("検討会の資料", "Committee material"),
    "guidebook": Text("ガイドブック", "Guidebook"),
    "handbook": Text("手引き", "Handbook"),
    "user": Text("追加した文書", "Added document"),
}
UNNAMED = Text("その他", "Other")
