/** One judgement that an attribute can stand on. */
export type Ground = 'respectful' | 'onTopic' | 'thoughtful';

/**
 * The attributes that are answered, each the opposite of a judgement: an attribute is high where a comment is bad.
 * Others would need a model that tells one kind of abuse from another; ours does not, so they are refused, not made up.
 */
const grounds: ReadonlyMap<string, Ground> = new Map([
  ['TOXICITY', 'respectful'],
  ['OFF_TOPIC', 'onTopic'],
  ['UNSUBSTANTIAL', 'thoughtful'],
]);

/** The other attributes of the protocol, so that whoever asks for one is told why she gets none. */
const notAnswered: ReadonlySet<string> = new Set([
  ...['SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT', 'SEXUALLY_EXPLICIT', 'FLIRTATION'],
  ...['ATTACK_ON_AUTHOR', 'ATTACK_ON_COMMENTER', 'INCOHERENT', 'INFLAMMATORY', 'LIKELY_TO_REJECT', 'OBSCENE', 'SPAM'],
]);

/** The judgement behind an attribute, or what is wrong with asking for it. */
export function groundOf(attribute: string): { readonly ground: Ground } | { readonly problem: string } {
  const ground = grounds.get(attribute);
  if (ground) return { ground };
  const known = [...grounds.keys()].join(', ');
  return {
    problem: notAnswered.has(attribute)
      ? `Requested attribute is not supported here: ${attribute}. Supported are ${known}.`
      : `Unknown requested attribute: ${attribute.slice(0, 60)}. Supported are ${known}.`,
  };
}
