/** British and American spellings. Every list is closed: a word that is in none of them is left alone. */

const words = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

/** Verbs in -ise (British house style) and -ize (American), without that ending. */
export const ISE = words(`
  acclimat actual african aggrand agon allegor alphabet american amort anaesthet anesthet anglic animal anonym
  antagon apolog arab atom author autom balkan bapt barbar bastard bowdler brutal bureaucrat burglar canal cannibal
  canon capital caramel carbon categor cauter central channel character christian civil collectiv colon colonial
  commercial commod communal compartmental conceptual contextual conveyor criminal cris critic crystal crystall
  custom decarbon decentral decolon decriminal dehuman delegitim demil demilitar demob demobil democrat demon demonet
  demoral denuclear depersonal depolitic depriorit deradical deregular desensit destabil digit digital disorgan
  dogmat dramat econom empath emphas energ epitom equal etern eternal eulog euphem european evangel extempor extern
  external familiar fantas federal femin feminis fertil fictional final formal fossil fratern galvan general german
  ghetto glamor global harmon hellen homogen hospital human hybrid hydrogen hypnot hypothes ideal idol immobil
  immortal immun incentiv individual industrial infantil initial institutional instrumental internal international
  ironic islam italic item jeopard journal legal legitim lexical liberal liquid local magnet marginal martyr material
  maxim mechan medical memor memoral memorial mesmer metabol metropolitan militar mineral miniatur minim mobil modern
  moistur monet monopol moral motor municipal national natural neutral normal novel nuclear optim organ ostrac
  overemphas oxid pagan particular passiv pasteur patron pedestrian penal personal plagiar plural polar polem politic
  popular pressur priorit privat problemat profession proselyt psychoanal public pulver radical random rational real
  reauthor recogn recolon regional regular rehuman remobil reorgan revictim revital revolution ritual robot romantic
  russian sanit satir scandal scrutin sectional secular securit sensational sensit serial sermon sexual signal
  singular social solemn special stabil standard steril stigmat strateg subsid summar symbol sympath synchron synthes
  systemat tantal temporar terror theor token total traumat trivial tyrann unauthor underutil union urban util vandal
  vapor verbal victim visual vital vocal vulcan vulgar weapon western winter
`);

/** Nouns and verbs in -our and -or, without that ending. */
export const OUR = words(`
  arb ard arm behavi cand clam col demean disfav dishon discol endeav enam fav ferv flav harb hon hum lab misbehavi
  misdemean neighb od parl ranc rig rum sav savi splend succ tum val vap vig watercol
`);

/** What may follow -our or -or and keep the difference: "colourful" has it, "coloration" and "humorous" have not. */
export const OUR_ENDINGS = words(`
  | s ed ing ings ful fully less able ably er ers hood hoods ly ite ites itism al ally y ies ism
`).map((ending) => (ending === '|' ? '' : ending));

/** Nouns in -re and -er, without that ending. */
export const RE = words(`
  calib cent centilit centimet epicent fib goit kilolit kilomet lit lust meag micromet millilit millimet mit nanomet och
  reconnoit sab saltpet scept sepulch somb spect theat amphitheat
`);

/** Verbs that double the l in British endings only, without the l. */
export const DOUBLE_L = words(`
  backpeda barre bejewe cance channe chise counse cudge dia dishove due empane equa fue funne grove impane initia jewe
  kenne labe leve libe marsha marve mode outrave pane parce peda penci pumme quarre rave refue reve riva rowe shove
  shrive signa snive snorke spira stenci swive tasse tota towe trame trave tria trow tunne unrave victua wease yode
`);

/** Whole words, British to American. \`=\` both ways, \`>\` only that way (the American word has other British ones too). */
export const WHOLE: readonly (readonly [string, '=' | '>', string])[] = words(`
  aeroplane=airplane aeroplanes=airplanes ageing=aging aluminium=aluminum anaemia=anemia anaemic=anemic
  anaesthesia=anesthesia anaesthetic=anesthetic anaesthetics=anesthetics anaesthetist=anesthetist
  analyse=analyze analysed=analyzed analysing=analyzing analyser=analyzer appal=appall appals=appalls
  acknowledgement=acknowledgment acknowledgements=acknowledgments annexe>annex
  artefact=artifact artefacts=artifacts burnt>burned carburettor=carburetor catalyse=catalyze catalysed=catalyzed
  catalysing=catalyzing cheque>check cheques>checks chequered=checkered cosy=cozy cosier=cozier counsellor=counselor
  counsellors=counselors cosiness=coziness defence=defense defences=defenses defenceless=defenseless
  diarrhoea=diarrhea distil=distill distils=distills draughty>drafty dreamt>dreamed encyclopaedia=encyclopedia enrol=enroll
  enrols=enrolls enrolment=enrollment enrolments=enrollments foetal=fetal foetus=fetus foetuses=fetuses focussed>focused
  focussing>focusing fulfil=fulfill fulfils=fulfills fulfilment=fulfillment gaol>jail gaols>jails gaoled>jailed
  grey=gray greys=grays greying=graying greyed=grayed gynaecologist=gynecologist gynaecology=gynecology
  haemorrhage=hemorrhage haemorrhaged=hemorrhaged haemorrhaging=hemorrhaging haemophilia=hemophilia
  haemoglobin=hemoglobin instalment=installment instalments=installments instil=instill instils=instills
  jewellery=jewelry jeweller=jeweler jewellers=jewelers judgement=judgment judgements=judgments kerb>curb kerbs>curbs
  kerbside>curbside leant>leaned learnt>learned leapt>leaped leukaemia=leukemia licence>license licences>licenses
  licenced>licensed mould=mold moulds=molds moulded=molded moulding=molding mouldy=moldy moult=molt metre>meter metres>meters moustache=mustache
  moustaches=mustaches manoeuvre=maneuver manoeuvres=maneuvers manoeuvred=maneuvered manoeuvring=maneuvering
  manoeuvrable=maneuverable marvellous=marvelous marvellously=marvelously oesophagus=esophagus oestrogen=estrogen
  offence=offense offences=offenses orthopaedic=orthopedic paediatric=pediatric paediatrician=pediatrician
  paediatricians=pediatricians paedophile=pedophile paedophiles=pedophiles paedophilia=pedophilia paralyse=paralyze
  paralysed=paralyzed paralysing=paralyzing plough=plow ploughs=plows ploughed=plowed ploughing=plowing practise>practice
  practised>practiced practises>practices practising>practicing pretence=pretense pretences=pretenses
  programme=program programmes=programs pyjamas=pajamas sceptic=skeptic sceptics=skeptics sceptical=skeptical
  scepticism=skepticism skilful=skillful skilfully=skillfully smoulder=smolder smouldering=smoldering
  smouldered=smoldered spoilt>spoiled storey>story storeys>stories sulphur=sulfur sulphuric=sulfuric
  sulphurous=sulfurous travelogue=travelog tyre>tire tyres>tires wilful=willful wilfully=willfully woollen=woolen
  woollens=woolens yoghurt=yogurt yoghurts=yogurts centred=centered centring=centering centrepiece=centerpiece
  fibreglass=fiberglass theatregoer=theatergoer theatregoers=theatergoers lacklustre=lackluster
  meagrely=meagerly sombrely=somberly neighbourhood=neighborhood neighbourhoods=neighborhoods
  per_cent=percent speciality=specialty specialities=specialties sabred=sabered
  cypher=cipher snowplough=snowplow snowploughs=snowplows
`).flatMap((entry) => {
  const [, british, way, american] = /^([^=>]+)([=>])(.+)$/u.exec(entry) ?? [];
  return british && american && (way === '=' || way === '>') && british !== american
    ? [[british.replace('_', ' '), way, american] as const]
    : [];
});
