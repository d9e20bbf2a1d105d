import { languageOf } from '../wire/words/language-of.ts';
import { type GoogleError, requestError } from './google-error.ts';

/** Of the letters of a comment that is taken for English. */
const LEAST_LATIN = 0.5;

/**
 * What is wrong with the language of a comment; undefined for English, which is what the model was trained on. Languages that
 * the request names are believed; without any, the comment's own letters and small words are looked at.
 */
export function languageProblem(
  text: string,
  requested: readonly string[],
  attribute: string,
): GoogleError | undefined {
  if (requested.length > 0) {
    const others = requested.filter((language) => !/^en(?:[-_]|$)/i.test(language));
    return others.length > 0 ? notSupported(attribute, others, { requestedLanguages: requested }) : undefined;
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return requestError('LANGUAGE_DETECTION_FAILED', 'Unable to detect language');
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0;
  if (latin < letters * LEAST_LATIN) return notSupported(attribute, ['und'], { detectedLanguages: ['und'] });
  const detected = languageOf(text);
  if (detected === undefined || detected === 'en') return undefined;
  return notSupported(attribute, [detected], { detectedLanguages: [detected] });
}

function notSupported(
  attribute: string,
  languages: readonly string[],
  more: Readonly<Record<string, readonly string[]>>,
): GoogleError {
  return requestError(
    'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    `Attribute ${attribute} does not support request languages: ${languages.join(', ')}`,
    { languageNotSupportedByAttributeError: { attribute, ...more } },
  );
}
