const string = { type: 'string' } as const;
const number = { type: 'number', format: 'double' } as const;
const list = (items: object) => ({ type: 'array', items }) as const;
const map = (additionalProperties: object) => ({ type: 'object', additionalProperties }) as const;
const ref = ($ref: string) => ({ $ref }) as const;
const object = (id: string, properties: object) => [id, { id, type: 'object', properties }] as const;

const schemas = Object.fromEntries([
  object('TextEntry', { text: string, type: string }),
  object('ArticleAndParentComment', { article: ref('TextEntry'), parentComment: ref('TextEntry') }),
  object('Context', {
    entries: list(ref('TextEntry')),
    articleAndParentComment: ref('ArticleAndParentComment'),
  }),
  object('AttributeParameters', { scoreType: string, scoreThreshold: { type: 'number', format: 'float' } }),
  object('Score', { value: number, type: string }),
  object('SpanScore', {
    begin: { type: 'integer', format: 'int32' },
    end: { type: 'integer', format: 'int32' },
    score: ref('Score'),
  }),
  object('AttributeScores', { summaryScore: ref('Score'), spanScores: list(ref('SpanScore')) }),
  object('AnalyzeCommentRequest', {
    comment: ref('TextEntry'),
    context: ref('Context'),
    requestedAttributes: map(ref('AttributeParameters')),
    languages: list(string),
    spanAnnotations: { type: 'boolean' },
    doNotStore: { type: 'boolean' },
    clientToken: string,
    sessionId: string,
    communityId: string,
  }),
  object('AnalyzeCommentResponse', {
    attributeScores: map(ref('AttributeScores')),
    languages: list(string),
    detectedLanguages: list(string),
    clientToken: string,
  }),
  object('SuggestCommentScoreRequest', {
    comment: ref('TextEntry'),
    context: ref('Context'),
    attributeScores: map(ref('AttributeScores')),
    languages: list(string),
    clientToken: string,
    sessionId: string,
    communityId: string,
  }),
  object('SuggestCommentScoreResponse', { clientToken: string, detectedLanguages: list(string) }),
]);

const method = (name: string, path: string, message: string, description: string) => ({
  id: `commentanalyzer.comments.${name}`,
  description,
  path: path.slice(1),
  flatPath: path.slice(1),
  httpMethod: 'POST',
  parameterOrder: [],
  parameters: {},
  request: ref(`${message}Request`),
  response: ref(`${message}Response`),
});

/**
 * What Google's own client libraries read before they ask (Discovery, v1): with it `discovery.build(…, discoveryServiceUrl)` in
 * Python and `google.discoverAPI(…)` in JavaScript speak to the newsroom at `url`. `paths` are those of the two methods.
 */
export function discoveryDocument(url: string, paths: { readonly analyze: string; readonly suggest: string }) {
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    id: 'commentanalyzer:v1alpha1',
    name: 'commentanalyzer',
    version: 'v1alpha1',
    title: 'Comment analyzer, compatible with Perspective',
    description: 'How respectful, on-topic and substantial a comment is.',
    protocol: 'rest',
    rootUrl: `${url}/`,
    baseUrl: `${url}/`,
    servicePath: '',
    batchPath: 'batch',
    fullyEncodeReservedExpansion: true,
    parameters: {
      key: { type: 'string', location: 'query', description: 'The key that the newsroom gave you.' },
      alt: { type: 'string', location: 'query', default: 'json', enum: ['json'], description: 'JSON alone.' },
    },
    schemas,
    resources: {
      comments: {
        methods: {
          analyze: method('analyze', paths.analyze, 'AnalyzeComment', 'Scores a comment.'),
          suggestscore: method(
            'suggestscore',
            paths.suggest,
            'SuggestCommentScore',
            'Says what the scores ought to be.',
          ),
        },
      },
    },
  };
}
