import pg from "pg";
import type { RoleName } from "@/db/schema/access";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { readViewer } from "@/lib/access/read-viewer";
import type { Viewer } from "@/lib/access/viewer";

/** Signs a demo user in over HTTP. The viewer is who the application then sees. */
export async function signIn(address: string, role: RoleName): Promise<{ cookie: string; viewer: Viewer }> {
  const who = demoSignIns.find((one) => one.role === role);
  if (!who) throw new Error(`The demo has no ${role}`);
  const first = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, email: who.email, password: who.password, json: "true" });
  const headers = { cookie: cookiesOf(first) };
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    body,
    headers,
    redirect: "manual",
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session-token")) throw new Error(`Signing in answers ${answer.status}`);

  const owner = new pg.Client(process.env.DATABASE_URL);
  await owner.connect();
  const { rows } = await owner.query<{ org: string; id: string }>(
    "select org_id as org, id from users where email = $1",
    [who.email],
  );
  await owner.end();
  const viewer = rows[0] && (await readViewer(rows[0].org, rows[0].id));
  if (!viewer) throw new Error(`${who.email} is not known`);
  return { cookie, viewer };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
