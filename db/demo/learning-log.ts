import { join } from "node:path";
import type { Activity } from "./activities";
import { timeText } from "./calendar";
import { CsvFile, quoted } from "./csv-file";
import type { Random } from "./random";
import type { Person } from "./roster";

type Verb = "accessed" | "completed" | "passed" | "failed" | "certified" | "shared" | "nudged" | "asked" | "rated";
export type AssignedBy = "self" | "system" | "manager" | "peer";

export type LearningEvent = {
  person: Person;
  activity: Activity;
  verb: Verb;
  day: number;
  assignedBy: AssignedBy;
  task?: string;
  score?: number;
  confidence?: number;
  seconds?: number;
};

const header =
  "event_id employee_id activity verb at success score confidence seconds surface before_task assigned_by version".split(
    " ",
  );
const outcome: Partial<Record<Verb, string>> = {
  completed: "true",
  passed: "true",
  certified: "true",
  failed: "false",
};

/** A course is opened before it is passed, and passed before it is certified, also on one day. */
const hours: Record<Verb, [number, number]> = {
  accessed: [6, 12],
  completed: [12, 17],
  passed: [13, 17],
  failed: [12, 13],
  certified: [17, 18],
  shared: [6, 17],
  nudged: [6, 17],
  asked: [6, 17],
  rated: [17, 18],
};

function decimal(value: number | undefined): string {
  return value === undefined ? "" : Math.min(1, Math.max(0, value)).toFixed(2);
}

/** Positions by time, then by place; one number holds both, which sorts natively. */
function inOrder(moments: number[]): Float64Array {
  const places = 2 ** 26;
  const start = moments.reduce((least, moment) => Math.min(least, moment), Number.POSITIVE_INFINITY);
  const keys = Float64Array.from(moments, (moment, place) => (moment - start) * places + place).sort();
  return keys.map((key) => key % places);
}

/** Collects one month at a time and writes it in order, so memory is bounded by a month. */
export class LearningLog {
  #file: CsvFile;
  #events: LearningEvent[] = [];
  #moments: number[] = [];

  constructor(folder: string) {
    this.#file = new CsvFile(join(folder, "learning_events.csv"), header);
  }

  add(random: Random, event: LearningEvent): void {
    const [from, to] = hours[event.activity.delivery === "in_flow" ? "asked" : event.verb];
    this.#moments.push(event.day * 86_400 + random.int(from * 3600, to * 3600));
    this.#events.push(event);
  }

  endMonth(): void {
    for (const index of inOrder(this.#moments)) {
      const event = this.#events[index];
      if (event) this.#write(event, this.#moments[index] ?? 0);
    }
    this.#events = [];
    this.#moments = [];
  }

  #write({ person, activity, verb, task, score, confidence, seconds, assignedBy }: LearningEvent, at: number): void {
    const id = `L${String(this.#file.rows + 1).padStart(8, "0")}`;
    const success = outcome[verb] ?? "";
    const duration = seconds === undefined ? "" : Math.round(seconds);
    const before = task ? quoted(task) : "";
    this.#file.addLine(
      `${id},${person.id},${activity.code},${verb},${timeText(at)},${success},${decimal(score)},${decimal(confidence)},${duration},${activity.surface},${before},${assignedBy},${activity.version}`,
    );
  }

  close(): number {
    return this.#file.close();
  }
}
