import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { expectedValues } from "./fixtures/reference/read-reference";

const root = path.join(import.meta.dirname, "..");
const nsw = path.join(import.meta.dirname, "fixtures", "nsw");

type Outcome = { code: number; stdout: string; stderr: string };

/** As a stranger runs it, from somewhere else. */
function evaluate(...words: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, INIT_CWD: tmpdir() }, maxBuffer: 1e8 };
    execFile("npm", ["run", "evaluate", "--", ...words], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

test("the command prints one document with the reference figures, and nothing beside it", async () => {
  const { code, stdout } = await evaluate(nsw);
  expect(code).toBe(0);
  const document = JSON.parse(stdout);
  expect(document.results[0]).toMatchObject({ method: "lin_hc2", headline: true, role: "primary" });
  expect(document.results[0].estimate / (expectedValues("lalonde")("exp.lin.HC2").estimate ?? Number.NaN)).toBeCloseTo(
    1,
    8,
  );
});

test("a broken folder ends with 2 and names file, line and column", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "throughline-study-"));
  try {
    await cp(nsw, folder, { recursive: true });
    await writeFile(path.join(folder, "kpi.csv"), "kpi,date,employee_id,value\nearnings,1975-12-31,NSW001,none\n");
    const { code, stdout, stderr } = await evaluate(folder);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/kpi\.csv, line 2, column value: "none":/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a folder that is not there, or none at all, ends with 2 and a sentence", async () => {
  const missing = await evaluate("no-such-study");
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(missing.stderr).toMatch(/There is no folder no-such-study/);
  expect(await evaluate()).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/Name one study folder/),
  });
});
