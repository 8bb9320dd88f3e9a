export type SupportKind = "stretch_task" | "coaching" | "modelling";

/** What a manager can do for somebody's skill, as people say it. */
export const supportKindWords: Record<SupportKind, { label: string; means: string }> = {
  stretch_task: { label: "Stretch task", means: "Gave them work a little beyond what they can do alone" },
  coaching: { label: "Coaching", means: "Talked a real case through with them" },
  modelling: { label: "Modelling", means: "Showed how, with them watching; or learned something in front of them" },
};
