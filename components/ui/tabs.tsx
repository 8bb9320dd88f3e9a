import Link, { type LinkProps } from "next/link";
import { classNames } from "./class-names";
import { TabStrip } from "./tab-strip";

export type Tab = {
  href: string;
  label: string;
  current: boolean;
  count?: string;
  /** What happens when it is followed within the app. */
  onNavigate?: NonNullable<LinkProps["onNavigate"]>;
};

/** Tabs that are links: what is open is in the address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <TabStrip label={label} current={tabs.find(({ current }) => current)?.href}>
      <ul className="flex gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={false}
              {...(tab.onNavigate && { onNavigate: tab.onNavigate })}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "target inline-flex items-center gap-1 border-b-2 py-1 whitespace-nowrap -outline-offset-2",
                tab.current ? "border-line font-medium text-ink" : "border-transparent text-ink-2 hover:border-rule-2",
              )}
            >
              {tab.label}
              {tab.count ? <span className="text-caption text-ink-3">{tab.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </TabStrip>
  );
}
