/**
 * What facts by the million point to. They carry no foreign keys, which would look up each row by itself: whoever writes facts holds
 * what they point to (`holdReferenced`), and the triggers `facts_remain` refuse to delete it while facts do.
 */
export const factReferences = {
  learning_events: { person_id: "people", activity_id: "activities", before_task_id: "tasks" },
  work_events: { person_id: "people", task_id: "tasks" },
  observations: { person_id: "people", behaviour_id: "behaviours" },
  kpi_values: { person_id: "people", kpi_id: "kpis" },
} as const;

export type ReferringFact = keyof typeof factReferences;
