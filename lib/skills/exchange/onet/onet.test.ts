import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hasBlank } from "@/lib/skills/wording/blank";
import { readOccupations, searchOccupations } from "./occupations";
import { readOffers } from "./offer";
import { targetOf } from "./read-skills";
import { frequencyOf } from "./read-tasks";
import { openRelease } from "./release";
import { takeOffers, usualChoice } from "./take-offer";

const folder = "data/onet-subset";
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
const release = openRelease(texts);
const [service] = readOffers(release, ["43-4051.00"]);
if (!service) throw new Error("The subset has no Customer Service Representatives");

test("an occupation is found by its own title first, then by others it goes by", () => {
  const occupations = readOccupations(release);
  expect(occupations).toHaveLength(25);
  expect(searchOccupations(occupations, "machinist")[0]).toMatchObject({ code: "51-4041.00", by: null });
  const found = searchOccupations(occupations, "call center").find(({ code }) => code === "43-4051.00");
  expect(found?.title).toBe("Customer Service Representatives");
  expect(found?.by?.toLowerCase()).toContain("call center");
});

test("frequency and impact come from the seven categories and the importance of Task Ratings", () => {
  // 18565: shares 1.02, 5.14, 6.56, 1.19, 19.77, 11.16, 55.16; mean 5.8702, so 1 + 4.8702 * 4/6 = 4.25
  const shares = [1.02, 5.14, 6.56, 1.19, 19.77, 11.16, 55.16].map((share, at) => ({ category: at + 1, share }));
  expect(frequencyOf(shares)).toBe(4);
  expect(frequencyOf([])).toBeNull();
  expect(service.tasks.find(({ code }) => code === "18565")).toMatchObject({
    frequency: 4,
    impact: 5,
    importance: 4.67,
  });
  const [machinist] = readOffers(release, ["51-4041.00"]);
  expect(machinist?.tasks.every(({ frequency, impact }) => frequency === null && impact === null)).toBe(true);
});

test("levels of 0 to 7 become whole levels of 1 to 5", () => {
  expect([0, 1.75, 2.88, 3.62, 4, 5.5, 7].map(targetOf)).toEqual([1, 2, 3, 3, 3, 4, 5]);
  expect(targetOf(null)).toBeNull();
});

test("the usual choice is core tasks and the most important skills, none that is imprecise or not relevant", () => {
  const usual = service.skills.filter((skill) => skill.usual).map(({ name }) => name);
  expect(usual).toEqual([
    "Active Listening",
    "Service Orientation",
    "Speaking",
    "Reading Comprehension",
    "Critical Thinking",
    "Complex Problem Solving",
  ]);
  expect(service.technologies.filter(({ inDemand }) => inDemand).map(({ name }) => name)).toContain("Microsoft Excel");
  expect(service.preparation.join(" ")).toContain("Job Zone Two");
  expect(service.related.map(({ code }) => code)).toEqual(["41-3091.00", "43-3021.00", "43-3011.00"]);
  expect(service.styles).toHaveLength(21);
});

test("what is chosen becomes nodes with source and licence, what is not stands in the mapping with the reason", () => {
  const { nodes, mapping } = takeOffers(
    [service],
    new Set([...usualChoice([service]), "technology Microsoft Excel"]),
    release,
  );
  const role = nodes.find((node) => node.kind === "role");
  expect(role).toMatchObject({
    name: "Customer Service Representatives",
    source: { scheme: "onet", code: "43-4051.00", release: "30.1", licence: "CC BY 4.0" },
  });
  expect(role && "source" in role && role.source?.attribution).toContain("USDOL/ETA has not approved");
  expect(nodes.find((node) => node.kind === "skill" && node.name === "Microsoft Excel")).toMatchObject({
    facet: "fluency",
  });
  const everything =
    service.tasks.length +
    service.skills.length +
    service.technologies.length +
    service.styles.length +
    service.activities.length +
    1;
  expect(mapping).toHaveLength(everything);
  expect(mapping.every(({ id, why }) => id !== null || why !== "")).toBe(true);
  expect(nodes.filter((node) => node.kind === "need")).toHaveLength(7);
});

test("a work activity becomes a behaviour that must be written before it is published, with examples of its skill's levels", () => {
  const chosen = new Set([...usualChoice([service]), ...service.activities.map(({ key }) => key)]);
  const behaviours = takeOffers([service], chosen, release).nodes.filter((node) => node.kind === "behaviour");
  expect(behaviours.length).toBeGreaterThan(5);
  expect(behaviours.every((node) => hasBlank(node.statement))).toBe(true);
  const listening = behaviours.find(({ skillId }) => skillId === "skill 2.A.1.b");
  // Anchors of Active Listening stand at 2, 4 and 6 of 0 to 7: levels 2.14, 3.29 and 4.43.
  expect(listening?.anchors?.map((anchor) => anchor !== null)).toEqual([false, true, true, true, false]);
  expect(listening?.anchors?.[1]).toContain("Take a customer's order");
});

test("every file of the release that is read is read without a fault, and a damaged one is named by line and column", () => {
  readOffers(release, ["11-2022.00", "49-9071.00"]);
  expect(release.faults).toEqual([]);
  const skills = texts.get("Skills.txt") ?? "";
  const damaged = openRelease(
    new Map([
      ...texts,
      [
        "Skills.txt",
        skills.replace(
          "11-2022.00\t2.A.1.a\tReading Comprehension\tIM\t3.88",
          "11-2022.00\t2.A.1.a\tReading Comprehension\tIM\tmuch",
        ),
      ],
    ]),
  );
  readOffers(damaged, ["11-2022.00"]);
  expect(damaged.faults).toEqual([
    { file: "Skills.txt", line: 2, column: "Data Value", value: "much", reason: "This should be a number" },
  ]);
  expect(() => openRelease(new Map())).toThrow("Occupation Data.txt is missing");
  const other = openRelease(new Map([...texts, ["Skills.txt", "Title\n"]]));
  expect(readOffers(other, ["11-2022.00"])[0]?.skills).toEqual([]);
  expect(other.faults.map(({ reason }) => reason)).toEqual([
    "Skills.txt lacks the column O*NET-SOC Code, Element ID, Element Name, Scale ID, Data Value, Recommend Suppress, Not Relevant, as files of another release may. It has: Title",
  ]);
  const without = openRelease(new Map([...texts, ["Task Statements.txt", "Title\n"]]));
  expect(() => readOffers(without, ["11-2022.00"])).toThrow("Task Statements.txt lacks the column");
});

test("ratings of tasks that are not there tell that the files are of different releases", () => {
  const statements = (texts.get("Task Statements.txt") ?? "").replaceAll("\t18565\t", "\t99999\t");
  const mixed = openRelease(new Map([...texts, ["Task Statements.txt", statements]]));
  readOffers(mixed, ["43-4051.00"]);
  expect(mixed.faults).toMatchObject([{ file: "Task Ratings.txt", column: "Task ID", value: "18565" }]);
});
