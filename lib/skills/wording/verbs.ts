/** Verbs of things people can be seen doing at work, for telling a second verb from a noun and for spelling. */
export const workVerbs: ReadonlySet<string> = new Set(
  `accept adjust advise agree align announce answer apologise apply approve arrange ask assemble assess assign attach book bring build
  calculate call calibrate cancel carry change check choose clean clear close coach collect compare complete confirm contact correct count
  create cut decide define delegate deliver describe design diagnose direct discuss document draft draw drive email enter escalate estimate
  examine explain file fill find finish fix follow forward gather give greet guide hand hold identify inform inspect install invite invoice
  isolate keep label lead leave let list listen load lock log maintain make mark match measure meet mix monitor move name negotiate note
  notify observe offer open operate order organise pack park pay perform pick place plan point post practise prepare present prevent
  prioritise process produce program propose prove provide publish put quote raise read rebuild recompute record reduce refer refund refuse
  register reject release remind remove repair repeat replace reply report reproduce request reset resolve respond return review run say
  scan schedule search secure select sell send separate serve set settle share show sign simulate solve sort speak start state stay stop
  store submit summarise supervise take tag talk teach tell test tidy tighten trace track train transfer translate troubleshoot try turn
  update upload use validate verify visit wait walk warn wash watch wear weigh wipe wrap write`.split(/\s+/),
);
