import { randomUUID } from "node:crypto";
import { inTenant } from "@/lib/server/tenant-access";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { submitDraft } from "@/lib/skills/drafts/hand-over";
import { publishDraft } from "@/lib/skills/drafts/publish-draft";
import { saveEdit } from "@/lib/skills/drafts/save-edit";
import { writeChanges } from "@/lib/skills/publishing/write-changes";
import { readTaxonomy } from "@/lib/skills/read-taxonomy";
import { applyChanges, changesBetween } from "@/lib/skills/tree/apply-changes";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { Tree } from "@/lib/skills/tree/node";
import { outline } from "@/lib/skills/tree/outline";
import { searchTree } from "@/lib/skills/tree/search-tree";
import { changeIndex, indexTree } from "@/lib/skills/tree/tree-index";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { count, median, ms, ratio } from "./numbers";
import { newOrganisation } from "./taken";
import { largeTree } from "./taxonomy-tree";
import { inTurn, processorInTurn, timed } from "./timing";

const sizes = { small: 500, normal: 5_000, full: 50_000 } as const;
const rounds = 25;
const frame = 16;

/** What the editor does between a key and the picture, and what saving, reading and publishing a large taxonomy take. */
export const taxonomy: Bench = (scale, say) =>
  onCluster("durable", async () => {
    const tree = largeTree(sizes[scale]);
    const figures = [...inBrowser(tree), ...(await onServer(tree, say))];
    return {
      setting: [
        `A taxonomy of ${count(tree.size)} nodes: roles of 6 tasks, each of which needs 3 skills; skills of 4 behaviours each, needed by several tasks.`,
        `Medians of ${rounds} warm rounds taken in turn. The editor's part: processor time in Node, without drawing rows; the server's: from the call to the answer.`,
      ],
      figures,
      reading:
        "Reading: an edit makes anew the lists it touches and the rows that are open; what is left is mostly the copy of the tree itself, which building anew needs as well.",
    };
  });

/** An edit and the rows after it, the index kept up and built anew; all rows; a search. */
function inBrowser(tree: Tree): Figure[] {
  const index = indexTree(tree);
  const open = everything(index);
  const usual = new Set([...open].slice(0, 50));
  let turn = 0;
  const edit = () => {
    const { id = "" } = index.skills[turn++ % index.skills.length] ?? {};
    return setFields(index, [id], { name: `Renamed ${turn}` }).changes;
  };
  const words = ["skill 12", "behaviour 3", "resolve", "1 2 3"];
  const works = {
    kept: () => outline(changeIndex(index, edit()), usual),
    anew: () => outline(indexTree(applyChanges(tree, edit())), usual),
    all: () => outline(index, open),
    search: () => searchTree(index, words[turn++ % words.length] ?? ""),
  };
  processorInTurn(2 * rounds, works);
  const times = processorInTurn(rounds, works);
  const [kept, anew, all, search] = [median(times.kept), median(times.anew), median(times.all), median(times.search)];
  return [
    {
      what: `an edit and the ${count(outline(index, usual).length)} rows that are open after it: index kept up, built anew, kept up / anew`,
      measured: `${ms(kept)}, ${ms(anew)}, ${ratio(kept / anew)}`,
      goal: { wanted: `kept up: within a frame of ${frame} ms`, met: kept <= frame },
    },
    {
      what: `all ${count(outline(index, open).length)} rows, everything open`,
      measured: ms(all),
      goal: { wanted: `within a frame of ${frame} ms`, met: all <= frame },
    },
    {
      what: "a search through all of it",
      measured: ms(search),
      goal: { wanted: `within a frame of ${frame} ms`, met: search <= frame },
    },
  ];
}

async function onServer(tree: Tree, say: (line: string) => void): Promise<Figure[]> {
  const orgId = await newOrganisation();
  const viewer = { orgId, userId: randomUUID(), roles: ["ld_lead" as const], units: [], personId: null };
  await inTenant(orgId, (tx) => writeChanges(tx, orgId, changesBetween(new Map(), tree)));
  const { id: draftId } = await createDraft(viewer, { title: "Bench" });
  const index = indexTree(tree);
  let at = 0;
  const save = async () => {
    const edit = setFields(index, [index.skills[at]?.id ?? ""], { rangeReason: "Bench" });
    ({ standsAt: at } = await saveEdit(viewer, { draftId, at, edit }));
  };
  const works = { save, read: () => readTaxonomy(viewer, { draftId }) };
  await inTurn(1, works);
  const times = await inTurn(rounds, works);
  await submitDraft(viewer, { draftId });
  const publishing = await timed(() => publishDraft(viewer, { draftId, note: "Bench" }));
  say(`published in ${ms(publishing)}`);
  return [
    {
      what: "reading it with a draft laid over, saving one edit, saving / reading",
      measured: `${ms(median(times.read))}, ${ms(median(times.save))}, ${ratio(median(times.save) / median(times.read))}`,
      goal: { wanted: "at most 2", met: median(times.save) / median(times.read) <= 2 },
    },
    { what: `publishing ${count(rounds + 1)} edits`, measured: ms(publishing) },
  ];
}

function everything(index: ReturnType<typeof indexTree>): Set<string> {
  const open = new Set<string>();
  for (let before = -1; open.size > before; ) {
    before = open.size;
    for (const { key } of outline(index, open)) open.add(key);
  }
  return open;
}
