/** A form of a verb that reports what somebody says or thinks. `plain` verbs may become "says"; the others carry a claim of their own. */
export type ReportingVerb = {
  readonly base: string;
  readonly form: 'past' | 'present' | 'base' | 'ing';
  readonly plain: boolean;
};

// base, third person, past (also participle), -ing; regular forms are made.
const PLAIN =
  'say,says,said,saying tell,tells,told,telling add state,states,stated,stating note,notes,noted,noting emphasise,emphasises,emphasised,emphasising emphasize,emphasizes,emphasized,emphasizing stress,stresses,stressed,stressing explain observe,observes,observed,observing remark comment reiterate,reiterates,reiterated,reiterating announce,announces,announced,announcing declare,declares,declared,declaring mention point continue,continues,continued,continuing reply,replies,replied,replying respond underline,underlines,underlined,underlining highlight report write,writes,wrote,writing underscore,underscores,underscored,underscoring repeat conclude,concludes,concluded,concluding recall';
const CHARGED =
  'claim allege,alleges,alleged,alleging admit,admits,admitted,admitting acknowledge,acknowledges,acknowledged,acknowledging concede,concedes,conceded,conceding confirm deny,denies,denied,denying insist suggest argue,argues,argued,arguing warn believe,believes,believed,believing think,thinks,thought,thinking hope,hopes,hoped,hoping expect fear predict forecast,forecasts,forecast,forecasting estimate,estimates,estimated,estimating suspect doubt promise,promises,promised,promising pledge,pledges,pledged,pledging vow threaten accuse,accuses,accused,accusing describe,describes,described,describing call urge,urges,urged,urging demand ask assert maintain contend imply,implies,implied,implying indicate,indicates,indicated,indicating reveal complain joke,jokes,joked,joking quip,quips,quipped,quipping criticise,criticises,criticised,criticising criticize,criticizes,criticized,criticizing condemn praise,praises,praised,praising blame,blames,blamed,blaming charge,charges,charged,charging dismiss,dismisses,dismissed,dismissing reject recommend propose,proposes,proposed,proposing testify,testifies,testified,testifying boast caution agree,agrees,agreed,agreeing speculate,speculates,speculated,speculating assume,assumes,assumed,assuming guarantee,guarantees,guaranteed,guaranteeing signal,signals,signalled,signalling assure,assures,assured,assuring feel,feels,felt,feeling consider find,finds,found,finding show,shows,showed,showing';

const FORMS = new Map<string, ReportingVerb>();
const PRESENT = new Map<string, string>();
const PAST = new Map<string, string>();

function enter(list: string, plain: boolean): void {
  for (const entry of list.split(' ')) {
    const [base = '', present = `${base}s`, past = `${base}ed`, ing = `${base}ing`] = entry.split(',');
    const known = base.replace(/(emphas|critic)ize$/, '$1ise');
    FORMS.set(ing, { base: known, form: 'ing', plain });
    FORMS.set(past, { base: known, form: 'past', plain });
    FORMS.set(present, { base: known, form: 'present', plain });
    FORMS.set(base, { base: known, form: 'base', plain });
    PRESENT.set(base, present);
    PAST.set(base, past);
  }
}
enter(PLAIN, true);
enter(CHARGED, false);

/** The reporting verb that a word in small letters is a form of, if it is one. */
export const reportingVerb = (norm: string): ReportingVerb | undefined => FORMS.get(norm);
/** "say" -> "says", "study" -> "studies". */
export const presentOf = (base: string): string => PRESENT.get(base) ?? regularPresent(base);
const regularPresent = (base: string): string => {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`;
};
/** "say" -> "said". */
export const pastOf = (base: string): string => PAST.get(base) ?? `${base}ed`;
