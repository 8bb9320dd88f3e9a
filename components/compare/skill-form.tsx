import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Offer } from "@/lib/compare/comparison";
import type { CompareTab, ToolKind } from "@/lib/compare/input";
import { periodOptions } from "./period-options";

type SkillFormProps = { offer: Offer; tab: CompareTab; scope: string; period: string; by: ToolKind };

/** Whose skills, up to when, and by what. A plain form: what it asks for is the address. */
export function SkillForm({ offer, tab, scope, period, by }: SkillFormProps) {
  const isOffered = offer.scopes.some(({ options }) => options.some(({ value }) => value === scope));
  return (
    <form
      action="/compare"
      method="get"
      aria-label="What to show"
      className="screen-only mb-10 grid grid-cols-1 items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]"
      key={`${tab} ${scope} ${period} ${by}`}
    >
      <input type="hidden" name="tab" value={tab} />
      <Field label="People">
        <Select
          name="scope"
          defaultValue={scope}
          options={isOffered ? offer.scopes : [{ value: scope, label: scope }, ...offer.scopes]}
        />
      </Field>
      <Field label="Year up to the end of">
        <Select name="period" defaultValue={period} options={periodOptions(offer, period)} />
      </Field>
      {tab === "works" ? (
        <Field label="By">
          <Select
            name="by"
            defaultValue={by}
            options={[
              { value: "activity", label: "Activity" },
              { value: "format", label: "Format" },
              { value: "surface", label: "Tool" },
            ]}
          />
        </Field>
      ) : (
        <span />
      )}
      <Button type="submit" look="primary">
        Show
      </Button>
    </form>
  );
}
