"use strict";

const settings = JSON.parse(document.getElementById("settings").dataset.settings);
const picker = document.getElementById("person");
const said = document.getElementById("said");
const REMEMBERED = "person";
const RENEW_SECONDS_BEFORE = 60;

let held = { person: null, token: null, until: 0 };

function fillPicker() {
  for (const person of settings.people) {
    picker.add(new Option(person.label, person.id));
  }
  const before = sessionStorage.getItem(REMEMBERED);
  if (settings.people.some((person) => person.id === before)) {
    picker.value = before;
  }
}

async function token() {
  const person = picker.value;
  if (held.person !== person || Date.now() / 1000 > held.until - RENEW_SECONDS_BEFORE) {
    const answer = await fetch(settings.tokenPath + "?person=" + encodeURIComponent(person));
    if (!answer.ok) {
      throw new Error("Không lấy được mã truy cập · No token could be had");
    }
    const given = await answer.json();
    held = { person, token: given.token, until: Date.now() / 1000 + given.expiresIn };
  }
  return held.token;
}

function openSocket() {
  return graphqlWs.createClient({
    url: location.href.replace(/^http/, "ws").replace(/[?#].*$/, ""),
    lazy: true,
    connectionParams: async () => ({ authorization: "Bearer " + (await token()) }),
  });
}

let sockets = openSocket();

function kindOf(asked, options) {
  const operations = (options.documentAST?.definitions ?? []).filter((d) => d.kind === "OperationDefinition");
  const chosen = operations.find((d) => d.name?.value === asked.operationName) ?? operations[0];
  return chosen?.operation;
}

async function ask(asked, options = {}) {
  if (kindOf(asked, options) === "subscription") {
    return sockets.iterate(asked);
  }
  const answer = await fetch(location.pathname, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      authorization: "Bearer " + (await token()),
      ...options.headers,
    },
    body: JSON.stringify(asked),
  });
  return answer.json();
}

function changePerson() {
  sessionStorage.setItem(REMEMBERED, picker.value);
  sockets.dispose();
  sockets = openSocket();
  said.textContent = "";
}

async function copyToken() {
  await navigator.clipboard.writeText(await token());
  said.textContent = "Đã sao chép, dùng được 15 phút · Copied, good for 15 minutes";
}

fillPicker();
picker.addEventListener("change", changePerson);
document.getElementById("copy").addEventListener("click", copyToken);
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    defaultTabs: settings.examples,
    defaultEditorToolsVisibility: true,
    shouldPersistHeaders: false,
  }),
);
