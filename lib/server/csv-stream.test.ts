import { expect, test } from "vitest";
import { csvStream } from "./csv-stream";

const header = ["name", "note"];

async function* batches(read: number[]) {
  for (let at = 0; at < 9; at += 1) {
    read.push(at);
    yield [[`row ${at}`, at === 1 ? '=HYPERLINK("x")' : "plain, with a comma"]];
  }
}
const textOf = async (stream: ReadableStream) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer());

test("a file is sent batch by batch, marked as UTF-8 once, and formulas of users stay text", async () => {
  const read: number[] = [];
  const stream = await csvStream(header, batches(read));
  expect(read.length).toBeLessThan(9);
  const lines = (await textOf(stream)).split("\r\n");
  expect(lines.slice(0, 3)).toEqual(["\ufeffname,note", 'row 0,"plain, with a comma"', `row 1,"'=HYPERLINK(""x"")"`]);
  expect(lines).toHaveLength(11);
});

test("a file without a row has its header", async () => {
  async function* none(): AsyncGenerator<string[][]> {}
  expect(await textOf(await csvStream(header, none()))).toBe("\ufeffname,note\r\n");
});

test("what is refused before the first row is an answer of its own, and whoever hangs up stops the reading", async () => {
  async function* refused(): AsyncGenerator<string[][]> {
    yield await Promise.reject(new Error("No"));
  }
  await expect(csvStream(header, refused())).rejects.toThrow("No");
  const read: number[] = [];
  const reader = (await csvStream(header, batches(read))).getReader();
  await reader.read();
  await reader.cancel();
  expect(read.length).toBeLessThan(9);
});
