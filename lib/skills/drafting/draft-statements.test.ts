import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draftStatements } from "./draft-statements";
import { openModel, readDrafting } from "./read-drafting";

/** A server that speaks the chat-completions protocol, and what it was sent. */
let server: Server;
let asked: { path: string; authorization: string | undefined; body: string }[];
let answer: (request: IncomingMessage) => { status?: number; content?: string; after?: number };

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
      const { status = 200, content = "", after = 0 } = answer(request);
      const message = { role: "assistant", content };
      setTimeout(() => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(
          status === 200
            ? JSON.stringify({
                id: "1",
                created: 1,
                model: "small",
                choices: [{ index: 0, message, finish_reason: "stop" }],
              })
            : JSON.stringify({ error: { message: "no such key" } }),
        );
      }, after);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("LLM_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  vi.stubEnv("LLM_MODEL", "small");
  vi.stubEnv("LLM_API_KEY", "a key");
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const wanted = {
  ask: "Propose five behaviours",
  about: { Role: "Billing clerk", Task: null, Skill: "Active Listening" },
  existing: ["Lets the customer finish before asking the first question"],
};
const ask = (patience?: number) => {
  const opened = openModel();
  if (!opened) throw new Error("No model");
  return draftStatements(opened.model, wanted, patience);
};
const saying = (...behaviours: string[]) => JSON.stringify({ behaviours });

test("drafts come back checked, those that can be seen first, without what is there already and without repeats", async () => {
  answer = () => ({
    content: saying(
      "Understands the customer",
      "Lets the customer finish before asking the first question.",
      "Repeats the order number aloud before booking.",
      "Repeats the order number aloud, before booking",
    ),
  });
  const drafts = await ask();
  expect(drafts.map(({ statement }) => statement)).toEqual([
    "Repeats the order number aloud before booking",
    "Understands the customer",
  ]);
  expect(drafts[1]?.findings).toMatchObject([{ rule: "knowledge" }]);
});

test("the question goes to the configured address with the key, and names nothing but role, skill and what is there", async () => {
  answer = () => ({ content: saying("Repeats the order number aloud before booking") });
  await ask();
  const [request] = asked;
  expect(asked).toHaveLength(1);
  expect(request).toMatchObject({ path: "/v1/chat/completions", authorization: "Bearer a key" });
  const { model, messages } = JSON.parse(request?.body ?? "") as {
    model: string;
    messages: { role: string; content: string }[];
  };
  expect(model).toBe("small");
  expect(messages.find(({ role }) => role === "user")?.content.split("\n")).toEqual([
    "Role: <<Billing clerk>>",
    "Skill: <<Active Listening>>",
    "Already there: <<Lets the customer finish before asking the first question>>",
    "Propose five behaviours",
  ]);
});

test("a fence around the answer does no harm", async () => {
  answer = () => ({ content: `\`\`\`json\n${saying("Names the part before lifting it")}\n\`\`\`` });
  expect(await ask()).toEqual([{ statement: "Names the part before lifting it", findings: [] }]);
});

test.each([
  ["prose", { content: "Gladly. Here are five behaviours." }, /did not answer with behaviours/],
  ["another shape", { content: '{"ideas": ["one"]}' }, /did not answer with behaviours/],
  ["an endless statement", { content: saying("word ".repeat(100)) }, /did not answer with behaviours/],
  ["nothing new", { content: saying("lets the customer finish, before asking the first question") }, /nothing new/],
  ["a refused key", { status: 401 }, /could not be asked/],
] as const)("%s is an error in a sentence", async (_, given, says) => {
  answer = () => given;
  await expect(ask()).rejects.toThrow(says);
});

test("a model that does not answer in time is given up", async () => {
  answer = () => ({ content: saying("Names the part before lifting it"), after: 2_000 });
  await expect(ask(100)).rejects.toThrow("did not answer in time");
});

test("a server that is not there is an error in a sentence", async () => {
  vi.stubEnv("LLM_BASE_URL", "http://127.0.0.1:9/v1");
  await expect(ask(5_000)).rejects.toThrow("could not be asked");
});

test("without an address or a model there is no drafting", () => {
  expect(readDrafting()).toEqual({ model: "small" });
  vi.stubEnv("LLM_MODEL", "");
  expect(readDrafting()).toBeNull();
  expect(openModel()).toBeNull();
});
