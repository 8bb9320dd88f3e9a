import Link from "next/link";
import { DefinitionList } from "@/components/ui/definition-list";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import { methodName } from "@/lib/methods/method-name";
import { pText } from "./p-text";

type ComplierEffectProps = { result: MethodResult; scale: EffectScale; formats: Formats };

/** What assignment says of those who took part because of it: an effect, unlike what goes with use. */
export function ComplierEffect({ result, scale, formats }: ComplierEffectProps) {
  const { estimate, ci, p, reason, detail } = result;
  const { f } = (detail.first_stage ?? {}) as { f?: number | null };
  const { compliers } = (detail.compliance ?? {}) as { compliers?: number };
  const weak = detail.is_weak === true;
  return (
    <>
      <h3 className="text-lead">The effect on those who took part because they were offered it</h3>
      {estimate === null || ci === null ? (
        <p className="max-w-prose">{reason}</p>
      ) : (
        <>
          <p className="mb-3 max-w-prose">
            {scale.text(formats, estimate, ci)}
            {compliers === undefined ? "" : `, on ${formats.percent(compliers, { decimals: 0 })} of the people`}.
            Assignment decides here, not choice, so this is an effect, if being offered it acts through taking part
            alone.
            {weak ? " So few more took part where it was offered that the interval is not to be relied on." : ""}
          </p>
          <DefinitionList
            items={[
              [
                "Method",
                <Link key="method" className="link" href={`/methods#${result.method}`}>
                  {methodName(result.method)}
                </Link>,
              ],
              [
                "F of the first stage",
                f === undefined || f === null
                  ? "none: everybody did as assigned"
                  : `${formats.number(f, { significant: 3 })}${weak ? ", weak (under 10)" : ""}`,
              ],
              ...(p === null ? [] : [["p", pText(p)] as [string, string]]),
            ]}
          />
        </>
      )}
    </>
  );
}
