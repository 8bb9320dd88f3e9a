import { expect, test } from "vitest";
import { z } from "zod";
import { parseOrThrow } from "./public-error";

const schema = z.object({
  item: z.string().min(2, "Say what it was for"),
  rows: z.array(z.record(z.string(), z.string())),
});

test("a character that no row can hold is refused beside its field, however deep it stands", () => {
  expect(() => parseOrThrow(schema, { item: "Ro\0om", rows: [{ note: "\ud800" }] })).toThrow(
    expect.objectContaining({
      code: "invalid-input",
      fields: { item: ["Has a character that cannot be kept"], rows: ["Has a character that cannot be kept"] },
    }),
  );
  const emoji = { item: "Room 🙂", rows: [] };
  expect(parseOrThrow(schema, emoji)).toEqual(emoji);
});

test("what a schema says of a field goes before the character in it", () => {
  expect(() => parseOrThrow(schema, { item: "\0", rows: [] })).toThrow(
    expect.objectContaining({ fields: { item: ["Say what it was for"] } }),
  );
});
