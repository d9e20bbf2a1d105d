/** Words whose full stop does not end a sentence, by what may follow them. Keys are lower case, without the last stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** Stand before a name: never the end of a sentence. */
export const TITLES = words(`
  mr mrs ms mx messrs mmes dr drs prof sen sens rep reps gov govs lt col cols gen gens maj capt cmdr cdr adm brig sgt
  sgts cpl pvt pfc cpt comdr hon rev fr sr.msgr msgr supt insp det const atty attys amb pres ald secy treas dist sec
  st ste mt mts ft mme mlle dep asst assoc superint ofc ens spc spec tech lcpl shri smt adv er rt resp ph viz ie eg
  i.e e.g cf vs v approx est acct lt.col lt.gen maj.gen brig.gen vice.adm rear.adm pt op vol al.st ven wg flt sqn
`);

/** Stand before a number; before a word they may end a sentence. */
export const BEFORE_NUMBERS = words(`
  jan feb mar apr jun jul aug sep sept oct nov dec no nos n° fig figs p pp art arts para paras ch vol op sec pt tel ext
  res h.r s h.j.res cir sq bldg rm rs
`);

/** Stand after a name or a number; end a sentence when a word follows that opens one. */
export const AFTER_NAMES = words(`
  inc corp co cos ltd plc llc bros jr sr esq etc al ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill ind kan
  ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ont que mfg dept univ assn assoc
  gov't int'l nat'l u.s u.n u.k e.u u.s.a u.s.s.r d.c u.a.e n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va l.a p.r b.c a.d
  ph.d m.d b.a m.a m.p r.n j.d b.sc m.sc llb ll.b ed.d d.d.s m.b.a oz lb lbs ft in yd mi km kg cm mm hr hrs min mins
  sec mph kph est cent pop tbsp tsp sq cu wt ht max avg temp govt intl natl
`);

/** Stand after a time of day; what follows with a capital mostly opens a sentence, unless it is a zone or a day. */
export const TIMES_OF_DAY = words('a.m p.m am pm');

/** After a time of day these go on with the sentence. */
export const AFTER_TIMES = words(`
  est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist cet cest eet jst aest aedt eastern central mountain pacific
  british indian local greenwich central european monday tuesday wednesday thursday friday saturday sunday january
  february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
`);

/** Capitalised, these nearly always open a sentence rather than go on with a name. */
export const OPENERS = words(`
  the a an this that these those he she it they we you i his her its their our your my in on at for from with by to of
  as if when while where after before since until although though because but and or nor so yet however meanwhile
  there here what who whom why how which is are was were be do does did has have had can could will would should may
  might must not no yes also another both each either every few many more most much several some such all any other
  one two three four five six seven eight nine ten now then later today tomorrow yesterday last next once even still
  earlier instead despite during under over among amid according about since without within according please let
  nobody nothing everyone everything someone something it's he's she's they're we're that's there's i'm i've i'd
  don't didn't didn’t don’t it’s he’s she’s they’re we’re that’s there’s i’m i’ve i’d only just never ever just
`);

/** Behind "U.S." these go on, although a program of some agencies writes a capital behind any stop: a pattern, for a statement begins with none of them. */
export const GOES_ON = 'Would|Has|Will|Is|Was|Were|Could|Should|Had|Have|Can|Must|Or';
