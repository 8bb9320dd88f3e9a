import type { Signal } from "@/lib/evidence/signals/read-signals";
import type { Formats } from "@/lib/format/formats";

const words = { draft: "Draft", active: "In force", retired: "Retired" };

export function signalStatusWords({ status, version, behaviourRetired }: Signal): string {
  if (status === "active" && behaviourRetired) return "Stopped: its behaviour was retired";
  return status === "active" && version > 1 ? `${words.active}, version ${version}` : words[status];
}

export function ratedText({ rated, isSmall }: Signal, minimum: number, formats: Formats): string {
  if (isSmall) return `Withheld: fewer than ${minimum} people`;
  if (!rated) return "Nobody yet";
  return `${formats.number(rated.ratings)} times, ${formats.number(rated.people)} people, to ${formats.month(`${rated.to}-01`)}`;
}
