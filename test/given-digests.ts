import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, vi } from "vitest";
import type { RoleName } from "@/db/schema/access";
import { decisions } from "@/db/schema/decisions";
import { digestSends } from "@/db/schema/sharing";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import type { DigestInput } from "@/lib/digests/input";
import { sendDigestsOf } from "@/lib/digests/send-digests";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "./factory";

/** A Monday; everything is set up before it. */
export const monday = new Date("2031-11-24T08:00:00Z");
export const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);

type Taken = { path: string; body: { blocks: { text?: { text: string } }[] } };
type GivenDigests = Awaited<ReturnType<typeof givenDigests>>;

/** An organisation with an L&D lead who can sign in, and a webhook on this machine that keeps what it is sent. */
async function givenDigests() {
  const given = await givenOrganisation();
  const taken: Taken[] = [];
  // By how many it has taken; 0 breaks the connection off.
  const answers = { with: (_: number) => 200 };
  const hook = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => {
      text += part.toString();
    });
    request.on("end", () => {
      taken.push({ path: request.url ?? "", body: JSON.parse(text) });
      const status = answers.with(taken.length);
      if (status === 0) return request.socket.destroy();
      response.writeHead(status).end("ok");
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/services/T0/B0/secret-part-9f3a`;

  const newUser = async (role: RoleName): Promise<Viewer> => {
    const user = { email: `${randomUUID()}@example.com`, name: "Luca Lead", password: "correct horse battery" };
    const { id } = await createUser(given.as("admin"), { ...user, roles: [{ role }] });
    return { ...given.as(role), userId: id };
  };
  /** Something that waits, so that there is something to say. */
  const decide = async (): Promise<void> => {
    await inTenant(given.orgId, (tx) =>
      tx.insert(decisions).values({
        orgId: given.orgId,
        kind: "scale",
        title: "Scale the refund course",
        reason: "It worked",
        decidedBy: "The board",
        decidedOn: "2026-01-10",
        reviewOn: "2026-02-10",
        evidence: {},
      }),
    );
  };
  const input = (over: Partial<DigestInput> = {}): DigestInput => ({
    id: null,
    revision: null,
    channel: "slack",
    webhook: address,
    cadence: "weekly",
    day: 1,
    hour: 8,
    timeZone: "UTC",
    quietFrom: 0,
    quietTo: 0,
    sections: ["decisions"],
    ...over,
  });
  const sends = () =>
    inTenant(given.orgId, (tx) => tx.select().from(digestSends).orderBy(digestSends.claimedAt, digestSends.id));
  return {
    ...given,
    lead: await newUser("ld_lead"),
    taken,
    answers,
    address,
    newUser,
    decide,
    input,
    sends,
    close: () => hook.close(),
  };
}

/** The same anew for each test of a file, with an environment in which webhooks of this machine are called. */
export function digestsForEach() {
  let given: GivenDigests;
  beforeEach(async () => {
    vi.stubEnv("APP_URL", "https://throughline.example/");
    vi.stubEnv("DIGEST_ALLOW_LOCAL", "1");
    vi.stubEnv("THROUGHLINE_SECRET", "a secret of this server");
    given = await givenDigests();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    given.close();
  });
  return {
    now: () => given,
    input: (over: Partial<DigestInput> = {}) => given.input(over),
    send: (at = monday) => sendDigestsOf(given.orgId, at),
  };
}
