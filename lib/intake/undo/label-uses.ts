import type { LoggedTable } from "@/lib/intake/write/logged-tables";

/** Where names that several imports share are used. Undoing the import that named one first leaves it to the others. */
export const labelUses: Partial<Record<LoggedTable, [table: string, column: string][]>> = {
  business_units: [
    ["employments", "unit_id"],
    ["current_places", "unit_id"],
    ["memberships", "unit_id"],
    ["business_units", "parent_id"],
    ["calendar_events", "unit_id"],
    ["surveys", "unit_id"],
  ],
  sites: [
    ["employments", "site_id"],
    ["current_places", "site_id"],
    ["calendar_events", "site_id"],
  ],
  teams: [
    ["employments", "team_id"],
    ["current_places", "team_id"],
    ["team_kpi_values", "team_id"],
  ],
  roles: [
    ["employments", "role_id"],
    ["current_places", "role_id"],
    ["tasks", "role_id"],
    ["role_skills", "role_id"],
    ["workflows", "role_id"],
    ["friction_points", "role_id"],
    ["workflow_steps", "hands_to_role_id"],
    ["starts", "role_id"],
    ["maturity_levels", "role_id"],
  ],
  skills: [
    ["behaviours", "skill_id"],
    ["role_skills", "skill_id"],
    ["activities", "skill_id"],
    ["nudges", "skill_id"],
    ["manager_actions", "skill_id"],
    ["starts", "skill_id"],
    ["skills", "merged_into"],
  ],
  tasks: [
    ["role_skills", "task_id"],
    ["work_events", "task_id"],
    ["learning_events", "before_task_id"],
    ["help_requests", "task_id"],
    ["workflow_steps", "task_id"],
    ["friction_points", "task_id"],
    ["tasks", "merged_into"],
  ],
  behaviours: [
    ["observations", "behaviour_id"],
    ["activities", "behaviour_id"],
    ["signal_rules", "behaviour_id"],
    ["need_behaviours", "behaviour_id"],
    ["observation_skips", "behaviour_id"],
    ["nudges", "behaviour_id"],
    ["calibration_ratings", "behaviour_id"],
    ["behaviours", "merged_into"],
  ],
  activities: [
    ["learning_events", "activity_id"],
    ["friction_activities", "activity_id"],
  ],
};
