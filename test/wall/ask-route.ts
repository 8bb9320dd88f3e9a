// First: what the framework's own server sets up before anything else of it is loaded.
import "next/dist/server/node-environment-baseline";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import type { Viewer } from "@/lib/access/viewer";

const secret = "of the wall, for tests only";
process.env.NEXTAUTH_SECRET = secret;
const origin = "http://127.0.0.1:3000";
process.env.NEXTAUTH_URL = origin;

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A request as a browser sends it; `body` is a form, or becomes JSON. */
export type Asked = {
  method: Method;
  query?: Record<string, string>;
  params?: Record<string, unknown>;
  body?: FormData | Record<string, unknown>;
};

/** What came back: the status, every header and the bytes, as text. */
export type Answered = { status: number; headers: string; body: string };

type Handler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * Asks a route handler in the session of a user, by the cookie that signing in gives them; without a user, as a stranger. What a page's
 * `notFound` and `redirect` throw is the answer the framework would make of it.
 */
export async function askRoute(file: string, viewer: Viewer | null, asked: Asked): Promise<Answered> {
  const { method, query = {}, params = {}, body } = asked;
  const handler: Handler | undefined = (await import(/* @vite-ignore */ `@/${file.replace(/\.ts$/, "")}`))[method];
  if (!handler) throw new Error(`${file} does not answer ${method}`);
  const address = new URL(file.replace(/^app|\/route\.ts$|\/\([^)]*\)/g, ""), origin);
  address.search = new URLSearchParams(query).toString();
  const headers = new Headers({ origin, host: new URL(origin).host, ...(await cookieOf(viewer)) });
  const request = await requestOf(address, { method, headers, body });
  const store = { type: "request", phase: "render", headers, cookies: new RequestCookies(headers) };
  const asking = () => handler(request, { params: Promise.resolve(params) });
  const response = await workAsyncStorage
    .run({ route: file } as never, () => workUnitAsyncStorage.run(store as never, asking))
    .catch(answerOfThrown);
  return {
    status: response.status,
    headers: JSON.stringify([...response.headers]),
    body: Buffer.from(await response.arrayBuffer()).toString("utf8"),
  };
}

async function cookieOf(viewer: Viewer | null): Promise<Record<string, string>> {
  if (!viewer?.userId) return {};
  const token = await encode({ token: { userId: viewer.userId, orgId: viewer.orgId }, secret });
  return { cookie: `next-auth.session-token=${token}` };
}

type Sent = { method: Method; headers: Headers; body: Asked["body"] };

async function requestOf(address: URL, { method, headers, body }: Sent): Promise<NextRequest> {
  if (!body) return new NextRequest(address, { method, headers });
  const whole = new Response(body instanceof FormData ? body : JSON.stringify(body));
  const type = whole.headers.get("content-type") ?? "";
  const bytes = await whole.arrayBuffer();
  const told = new Headers([...headers, ["content-type", type], ["content-length", String(bytes.byteLength)]]);
  return new NextRequest(address, { method, headers: told, body: bytes });
}

/** `notFound()` and `redirect()` are thrown, with their status in the digest. */
function answerOfThrown(error: unknown): Response {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return new Response("not found", { status: 404 });
  if (digest.startsWith("NEXT_REDIRECT;")) {
    return new Response(null, { status: 307, headers: { location: digest.split(";")[2] ?? "" } });
  }
  throw error;
}
