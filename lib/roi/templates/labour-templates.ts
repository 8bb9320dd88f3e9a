import { hourlyCost, type Template, usedShare, volume } from "./template";

const unitHours = (unit: string, hint: string, [value, low, high]: [number, number, number]) => ({
  key: "hours_per_unit",
  label: "Hours one unit takes",
  unit,
  hint,
  value,
  low,
  high,
});

/** Time saved: what a minute, a contact or a day less is worth. */
export const labourTemplates: readonly Template[] = [
  {
    id: "ticket_time",
    name: "Cost per resolved ticket: time",
    valueType: "labour",
    figure: "Time to resolve one ticket, in minutes",
    factors: [
      volume("Tickets resolved per person and year", "From the ticket system", [4800, 4000, 5600]),
      unitHours("hours a minute", "A minute is a sixtieth of an hour", [1 / 60, 1 / 60, 1 / 60]),
      hourlyCost("Cost of an agent’s hour", [32, 28, 38]),
      usedShare,
    ],
    worked: {
      improvement: 1.5,
      people: 40,
      benefit: 76_800,
      says: "1.5 minutes less per ticket, 40 agents with 4,800 tickets a year: 4,800 hours, half of them put to use, at 32 an hour.",
    },
  },
  {
    id: "repeat_contacts",
    name: "Cost per resolved ticket: contacts that come back",
    valueType: "labour",
    figure: "Share of tickets solved at first contact",
    factors: [
      volume("Tickets per person and year", "From the ticket system", [4800, 4000, 5600]),
      unitHours("hours a contact", "Handling time of a contact that would have come back", [0.2, 0.15, 0.25]),
      hourlyCost("Cost of an agent’s hour", [32, 28, 38]),
      usedShare,
    ],
    worked: {
      improvement: 0.04,
      people: 40,
      benefit: 24_576,
      says: "4 points more solved at first contact: 7,680 contacts less a year, 1,536 hours, half of them put to use, at 32 an hour.",
    },
  },
  {
    id: "onboarding",
    name: "Onboarding: days until somebody works alone",
    valueType: "labour",
    figure: "Days from the start until the task is done to standard without help",
    factors: [
      unitHours("hours a day", "Working hours of a day that are lost before somebody is proficient", [3, 2, 4]),
      hourlyCost("Cost of a starter’s hour", [34, 30, 40]),
      usedShare,
    ],
    worked: {
      improvement: 10,
      people: 50,
      benefit: 25_500,
      says: "10 days sooner for 50 starters: 1,500 hours, half of them put to use, at 34 an hour.",
    },
  },
  {
    id: "explaining",
    name: "Hidden labour: time managers spend explaining again",
    valueType: "labour",
    figure: "Minutes a week somebody spends answering what was explained before",
    factors: [
      {
        key: "periods",
        label: "Working weeks a year",
        unit: "weeks a year",
        hint: "Without holidays and leave",
        value: 44,
        low: 42,
        high: 46,
      },
      unitHours("hours a minute", "A minute is a sixtieth of an hour", [1 / 60, 1 / 60, 1 / 60]),
      hourlyCost("Cost of a manager’s hour", [55, 48, 65]),
      usedShare,
    ],
    worked: {
      improvement: 30,
      people: 40,
      benefit: 24_200,
      says: "30 minutes less a week for 40 managers: 880 hours a year, half of them put to use, at 55 an hour.",
    },
  },
];
