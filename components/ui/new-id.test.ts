import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "./new-id";

test("every id is a uuid of its own", () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(ids.every((id) => z.uuidv4().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
