"use client";
import { Select } from "@/components/ui/select";
import { useChoices } from "./choices-provider";

const layers: Record<string, string> = {
  leading: "leading",
  in_work: "operational",
  business: "business",
  talent: "talent",
};

type Kpi = { code: string; name: string; layer: string | null };

/** Which other KPIs are compared as well, and which should not move. */
export function KpiRoles({ kpis }: { kpis: readonly Kpi[] }) {
  const { query, choose } = useChoices();
  const [secondary, placebo] = [query.getAll("secondary"), query.getAll("placebo")];
  const without = (codes: readonly string[], code: string) => codes.filter((one) => one !== code);
  const set = (code: string, role: string) =>
    choose({
      secondary: role === "secondary" ? [...without(secondary, code), code] : without(secondary, code),
      placebo: role === "placebo" ? [...without(placebo, code), code] : without(placebo, code),
    });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-table font-medium">Other KPIs</legend>
      <p className="mb-1 text-caption text-ink-3">
        At least one operational and one business KPI between them and the primary one. A placebo is a KPI the programme
        cannot reach and should not move.
      </p>
      <ul className="max-h-64 space-y-1 overflow-y-auto border-y border-rule py-1">
        {kpis
          .filter(({ code }) => code !== query.get("kpi"))
          .map(({ code, name, layer }) => (
            <li key={code} className="grid grid-cols-[1fr_10.5rem] items-center gap-3 text-table">
              <span id={`kpi-${code}`}>
                {name}
                <span className="block text-caption text-ink-3">{layer ? layers[layer] : "no layer"}</span>
              </span>
              <Select
                aria-labelledby={`kpi-${code}`}
                value={secondary.includes(code) ? "secondary" : placebo.includes(code) ? "placebo" : "none"}
                onChange={(event) => set(code, event.target.value)}
                options={[
                  { value: "none", label: "not compared" },
                  { value: "secondary", label: "secondary" },
                  { value: "placebo", label: "placebo" },
                ]}
              />
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
