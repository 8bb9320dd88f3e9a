import { z } from "zod";
import { dayNearToday, enteredDay } from "@/lib/entered-day";
import { entryId } from "@/lib/entry";
import { outcomes, parts } from "./kinds";

const most = (count: number) => `At most ${count.toLocaleString("en-GB")} characters`;
const line = (message: string) => z.string().trim().min(3, message).max(300, most(300));
const words = (count: number) => z.string().trim().max(count, most(count));

const about = {
  startsOn: dayNearToday,
  workflowId: z.uuid("Choose the one workflow it is about"),
  leadId: z.uuid("Choose who leads it").nullable(),
  pain: z.string().trim().min(10, "Say what hurts, and how it is counted").max(1_000, most(1_000)),
};

export const startProgrammeInput = z.object({ initiativeId: z.uuid(), ...about });
export type StartProgramme = z.output<typeof startProgrammeInput>;

export const changeProgrammeInput = z.object({
  initiativeId: z.uuid(),
  ...about,
  /** As it was seen: the second of two who change it at once is told. */
  was: z.object({
    startsOn: enteredDay,
    workflowId: z.uuid().nullable(),
    leadId: z.uuid().nullable(),
    pain: z.string().nullable(),
  }),
});
export type ChangeProgramme = z.output<typeof changeProgrammeInput>;

const nothing = z.object({});
/** What an item is about, by its kind. */
export const detailInputs = {
  checkpoint: nothing,
  note: nothing,
  interview: z.object({
    who: z.enum(["manager", "top_performer", "other"]),
    frictionId: z.uuid("Choose the friction point it is about").nullable(),
  }),
  inventory: z.object({
    source: z.enum(["sop", "recording", "faq", "process", "other"]),
    where: words(500),
  }),
  task: z.object({ taskId: z.uuid().nullable() }),
  scenario: z.object({ taskId: z.uuid().nullable(), behaviourId: z.uuid().nullable() }),
  asset: z.object({ concise: z.boolean(), roleSpecific: z.boolean(), actionOriented: z.boolean() }),
  support: z.object({ support: z.enum(["recommendation", "explanation", "follow_up_prompt"]) }),
  independence: z.object({ behaviourId: z.uuid().nullable() }),
} as const;
export type Detail = { [Kind in keyof typeof detailInputs]: z.output<(typeof detailInputs)[Kind]> };

const common = {
  title: line("Say in a line what is to be done, or what was said"),
  note: words(4_000),
  dueOn: dayNearToday.nullable(),
  ownerId: z.uuid().nullable(),
};
const ofKind = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("checkpoint"), detail: detailInputs.checkpoint }),
  z.object({ kind: z.literal("note"), detail: detailInputs.note }),
  z.object({ kind: z.literal("interview"), detail: detailInputs.interview }),
  z.object({ kind: z.literal("inventory"), detail: detailInputs.inventory }),
  z.object({ kind: z.literal("task"), detail: detailInputs.task }),
  z.object({ kind: z.literal("scenario"), detail: detailInputs.scenario }),
  z.object({ kind: z.literal("asset"), detail: detailInputs.asset }),
  z.object({ kind: z.literal("support"), detail: detailInputs.support }),
  z.object({ kind: z.literal("independence"), detail: detailInputs.independence }),
]);
export type KindDetail = z.output<typeof ofKind>;

export const addItemInput = z.intersection(
  z.object({ entryId, initiativeId: z.uuid(), part: z.enum(parts), ...common }),
  ofKind,
);
export type AddItem = z.output<typeof addItemInput>;

export const changeItemInput = z.intersection(z.object({ id: z.uuid(), revision: z.int(), ...common }), ofKind);
export type ChangeItem = z.output<typeof changeItemInput>;

export const settleItemInput = z.object({
  id: z.uuid(),
  revision: z.int(),
  state: z.enum(["open", "done", "dropped"]),
});
export type SettleItem = z.output<typeof settleItemInput>;

/** One that is planned by itself: kept from then on. */
export const settleFollowUpInput = z.object({
  initiativeId: z.uuid(),
  key: z.enum(["follow_up_6", "follow_up_12"]),
  state: z.enum(["done", "dropped"]),
});
export type SettleFollowUp = z.output<typeof settleFollowUpInput>;

export const fillItemsInput = z.object({ initiativeId: z.uuid() });

export const holdReviewInput = z.object({
  id: z.uuid(),
  revision: z.int(),
  heldOn: dayNearToday,
  attendees: z.string().trim().min(2, "Say who was there").max(1_000, most(1_000)),
  minutes: z.string().trim().min(3, "Say what was found and agreed").max(8_000, most(8_000)),
  outcome: z.enum(outcomes, "Choose what was decided"),
});
export type HoldReview = z.output<typeof holdReviewInput>;
