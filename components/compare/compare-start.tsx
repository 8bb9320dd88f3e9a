import Link from "next/link";
import { Empty } from "@/components/ui/states";
import type { Offer } from "@/lib/compare/comparison";

/** What stands before two groups are chosen: what a comparison gives, and some to begin with. */
export function CompareStart({ offer }: { offer: Offer }) {
  const options = (label: string) => offer.groups.places.find((one) => one.label === label)?.options ?? [];
  const pair = (label: string) => {
    const [one, other] = options(label);
    return one && other
      ? { href: `/compare?a=${one.value}&b=${other.value}`, label: `${one.label} and ${other.label}` }
      : null;
  };
  const starts = [
    pair("Sites"),
    pair("Roles"),
    {
      href: "/compare?a=exposed:delivery:in_flow&b=unexposed:delivery:in_flow",
      label: "who learned in the flow of work this period, and who did not",
    },
    {
      href: "/compare?a=tenure:0-1&b=tenure:3-5&look=previous",
      label: "how newcomers and people of 3 to 5 years changed",
    },
  ].filter((start) => start !== null);
  return (
    <div className="mb-12">
      <Empty title="Choose two groups">
        <p>
          The answer comes in words first, with its method, its interval and its grade; then each group, the months, how
          alike the groups are, and the difference among people alike.
        </p>
        <p className="mt-2">For example:</p>
        <ul className="list-disc pl-4">
          {starts.map(({ href, label }) => (
            <li key={href}>
              <Link className="link" href={href}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </Empty>
    </div>
  );
}
