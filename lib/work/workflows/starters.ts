type StarterStep = { name: string; goodPath: string; failurePath: string; decisionQuality: string };
export type Starter = { id: string; name: string; steps: StarterStep[] };

const step = (name: string, goodPath: string, failurePath: string, decisionQuality: string): StarterStep => ({
  name,
  goodPath,
  failurePath,
  decisionQuality,
});

/** Workflows with visible pain and measurable outcomes, to begin with and to be made one's own. Tasks, roles and delays are added by hand. */
export const starters: readonly Starter[] = [
  {
    id: "onboarding",
    name: "Customer onboarding",
    steps: [
      step(
        "Take over from Sales",
        "Contract, contacts and promises are read before the first call",
        "The customer is asked what Sales was told already",
        "Open promises are named to Sales within a day",
      ),
      step(
        "Set up the account",
        "Set up from the checklist and tried once as the customer",
        "A setting is missed and found by the customer",
        "What deviates from the standard has a reason written down",
      ),
      step(
        "First use with the customer",
        "The customer does the first real task alone",
        "The session ends with a demonstration only",
        "Who cannot do it alone gets a second session before the hand-over",
      ),
      step(
        "Hand over to service",
        "Service knows set-up, risks and the next date",
        "The first ticket starts from nothing",
        "Handed over only when the first value is reached",
      ),
    ],
  },
  {
    id: "billing-exceptions",
    name: "Billing exceptions",
    steps: [
      step(
        "Notice the exception",
        "Stopped before the invoice leaves",
        "The customer finds it",
        "What is unusual is checked, whatever the amount",
      ),
      step(
        "Find the cause",
        "Traced to its first posting",
        "The symptom is corrected and comes back",
        "Cause and evidence are written into the case",
      ),
      step(
        "Correct and approve",
        "Corrected once, approved by who may",
        "Corrected without approval, or twice",
        "Above the limit a second person decides",
      ),
      step(
        "Tell the customer",
        "One message with reason, amount and date",
        "The customer hears of it from a reminder",
        "Goodwill follows the rule, not the mood",
      ),
    ],
  },
  {
    id: "customer-escalations",
    name: "Customer escalations",
    steps: [
      step(
        "Recognise the escalation",
        "Recognised at the first contact by the criteria",
        "Passed on to be rid of it, or kept too long",
        "Known and assumed are kept apart",
      ),
      step(
        "Hand over with everything",
        "Order, history and attempted fixes attached",
        "The next person asks the customer again",
        "Sent to the one department that can decide",
      ),
      step(
        "Decide and settle",
        "Decided in the time promised",
        "Waits in a queue nobody owns",
        "The decision names the rule it follows",
      ),
      step(
        "Close with the customer",
        "The customer confirms that it is settled",
        "Closed in the system, open for the customer",
        "Not closed before the change was seen to work",
      ),
    ],
  },
  {
    id: "qa-hand-offs",
    name: "QA hand-offs",
    steps: [
      step(
        "Check one's own work",
        "Checked against the drawing or definition before it goes on",
        "Quality is left to Quality",
        "Two failures in a row stop the work",
      ),
      step(
        "Hand over to Quality",
        "With part, place, time and what was checked",
        "Handed over without what is needed to test",
        "Doubt is written down, not talked away",
      ),
      step(
        "Inspect and decide",
        "Decided by the plan, with the limit and the instrument named",
        "The sample is taken from the top of the box",
        "What cannot be decided is said to be so",
      ),
      step(
        "Feed back",
        "Cause and evidence reach who made it on the same day",
        "The same defect is found again next week",
        "An earlier correction is checked before a new one is asked for",
      ),
    ],
  },
  {
    id: "revenue-reconciliation",
    name: "Revenue reconciliation",
    steps: [
      step(
        "Collect the period",
        "All sources closed and counted",
        "A late source changes the result after sign-off",
        "What is missing is named with an owner",
      ),
      step(
        "Match",
        "Matched by rule, differences listed by age",
        "Matched by hand without a trace",
        "Large and old differences first",
      ),
      step(
        "Settle differences",
        "Each has a cause and a posting",
        "Written off to be done by the deadline",
        "Above the limit a second person decides",
      ),
      step(
        "Sign off",
        "Figures agree with what Finance reports",
        "Signed off with open differences",
        "What stays open is stated with its size",
      ),
    ],
  },
];
