import { expect, test } from "vitest";
import { findAmong } from "./choice-queries";
import { mostFound } from "./choosable";
import { toldApart } from "./told-apart";

const ofName = (name: string, hint: string | null = null) => ({ id: `${name} ${hint}`, name, hint });

test("people of a list are found by every word of name and place, and only so many at once", () => {
  const [lyon, oslo] = [ofName("Anna Berg", "Clerk, Lyon"), ofName("Anna Berg", "Clerk, Oslo")];
  expect(findAmong([lyon, oslo, ofName("Ida Moe")], "ANNA  osl")).toEqual({ people: [oslo], more: false });
  expect(findAmong([lyon, oslo], "").people).toEqual([lyon, oslo]);
  const many = Array.from({ length: mostFound + 1 }, (_, at) => ofName(`Name ${at}`));
  expect(findAmong(many, "name")).toEqual({ people: many.slice(0, mostFound), more: true });
});

test("an address is told of nobody whom name and place tell apart", () => {
  const row = (id: string, place: string) => ({ id, name: "Anna Berg", place, email: `${id}@x.example` });
  const { people } = toldApart([row("a", "Lyon"), row("b", "Oslo"), row("c", "Oslo"), row("d", "")]);
  expect(people.map(({ hint }) => hint)).toEqual(["Lyon", "Oslo, b@x.example", "Oslo, c@x.example", null]);
});
