/** What the audit log calls an action, as people say it. Permissions are also the names of actions. */
const words: Record<string, string> = {
  "session.open": "Signed in",
  "session.refuse": "Refused a sign-in",
  "user.manage": "Managed users",
  "data.import": "Imported data",
  "data.undo": "Undid an import",
  "initiative.evaluate": "Evaluated an initiative",
  "plan.create": "Drafted a plan",
  "plan.list": "Listed who goes when",
  "plan.register": "Registered a plan",
  "plan.amend": "Amended a plan",
  "plan.explore": "Explored a plan",
  "calendar.edit": "Edited the calendar",
  "cohort.keep": "Kept a cohort",
  "target.set": "Set a target",
  "person.read": "Looked at one person's evidence",
};

export const actionWords = (action: string): string => words[action] ?? action;
