import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { actionWords } from "@/lib/governance/action-words";
import { auditFilter, readAuditLog } from "@/lib/governance/read-audit-log";
import { givenOrganisation } from "@/test/factory";
import { checkSignIn, tooManyTries } from "./check-sign-in";
import { createUser } from "./users";

afterAll(closePool);

const password = "correct horse battery";

async function givenUser() {
  const { as } = await givenOrganisation();
  const email = `bo-${randomUUID()}@example.com`;
  const { id } = await createUser(as("admin"), { email, name: "Bo", password, roles: [{ role: "finance" }] });
  const log = async () => {
    const { rows } = await readAuditLog(as("auditor"), auditFilter.parse({}));
    return rows.filter(({ action }) => action.startsWith("session."));
  };
  return { id, email, log };
}

test("whoever signs in leaves a row that says who", async () => {
  const { email, log } = await givenUser();
  await checkSignIn({ email, password, address: "10.1.0.1" });

  const rows = await log();
  expect(rows).toMatchObject([{ actor: "Bo", action: "session.open", subject: "Bo", detail: {} }]);
  expect(rows.map(({ action }) => actionWords(action))).toEqual(["Signed in"]);
});

test("refused tries leave rows about the user, the last of them says that no more are taken, and none holds what was typed", async () => {
  const { email, log } = await givenUser();
  const attempt = { email, password: "a wrong guess", address: "10.1.0.2" };
  for (let tries = 0; tries < 5; tries++) await checkSignIn(attempt);
  await expect(checkSignIn(attempt)).rejects.toThrow(tooManyTries);

  await expect.poll(async () => (await log()).length).toBe(5);
  const rows = await log();
  expect(rows.every(({ actor, action, subject }) => !actor && action === "session.refuse" && subject === "Bo")).toBe(
    true,
  );
  expect(rows.filter(({ detail }) => "locked" in detail)).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/wrong guess|example\.com/);
});

test("an address nobody has leaves a row with nobody", async () => {
  const { log } = await givenUser();
  expect(await checkSignIn({ email: `no-${randomUUID()}@example.com`, password, address: "10.1.0.3" })).toBeNull();
  expect(await log()).toEqual([]);
});
