/**
 * How handlers and the gate say no. A `Refusal` names the status and the words; the server adds the traceId
 * and puts it into the shape of the resource (behaviour.md, section 7: Nest's shape, or the gateway's).
 */

/** What stands beside the message in the answer: `code`, `meta` and the like. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/**
 * Whose shape an error has. `nest`: most resources. `gateway`: conversations and social.
 * `access`: the check of tokens in front of all of them, which says status and message only.
 */
export type ErrorShape = 'nest' | 'gateway' | 'access';

/** Thrown by whatever refuses a request. Nothing is rolled back, so throw before writing. */
export class Refusal extends Error {
  readonly status: number;
  /** One text, or the list of a 422. */
  readonly messages: string | readonly string[];
  readonly details: RefusalDetails;
  /** Set where the shape does not depend on the resource. */
  readonly shape: ErrorShape | undefined;

  constructor(
    status: number,
    messages: string | readonly string[],
    details: RefusalDetails = {},
    shape: ErrorShape | undefined = undefined,
  ) {
    super(typeof messages === 'string' ? messages : messages.join('; '));
    this.name = 'Refusal';
    this.status = status;
    this.messages = messages;
    this.details = details;
    this.shape = shape;
  }
}

/** 400, a business rule says no: `badRequest('This location does not allow duplicated contacts.', { meta })`. */
export function badRequest(message: string, details?: RefusalDetails): Refusal {
  return new Refusal(400, message, details);
}

/** 401. Handlers rarely need it: the gate has checked token and scopes. */
export function unauthorized(message: string, details?: RefusalDetails): Refusal {
  return new Refusal(401, message, details);
}

/** 403; without a message, the one for a location that the token cannot reach. */
export function forbidden(
  message = 'The token does not have access to this location.',
  details?: RefusalDetails,
): Refusal {
  return new Refusal(403, message, details);
}

/** 404. Much of HighLevel answers an unknown id with 400 instead: use what the resource does. */
export function notFound(message = 'Not Found', details?: RefusalDetails): Refusal {
  return new Refusal(404, message, details);
}

/** 409. */
export function conflict(message: string, details?: RefusalDetails): Refusal {
  return new Refusal(409, message, details);
}

/** 422: an array of class-validator texts, or (as some services do) one bare string. */
export function unprocessable(messages: string | readonly string[], details?: RefusalDetails): Refusal {
  return new Refusal(422, messages, details);
}

/** Said by the check of tokens, before any resource sees the request. */
export function refuseAccess(status: 401 | 403, message: string): Refusal {
  return new Refusal(status, message, {}, 'access');
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
};

const exceptionNames: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  409: 'ConflictException',
  422: 'UnprocessableEntityException',
};

/** The body of an error answer, in the shape of the refusal or else of its resource. */
export function formatRefusal(refusal: Refusal, resourceShape: ErrorShape, traceId: string): Record<string, unknown> {
  const { status, messages: message, details } = refusal;
  const shape = refusal.shape ?? resourceShape;
  if (shape === 'access') return { statusCode: status, message, ...details };
  const reason = reasons[status];
  const error = reason === undefined ? {} : { error: reason };
  if (shape === 'nest') return { statusCode: status, message, ...error, ...details, traceId };
  const name = exceptionNames[status] ?? 'HttpException';
  return { status, message, name, options: {}, ...error, statusCode: status, ...details, traceId };
}

/** The shape in which a resource's own services answer errors. */
export function getErrorShape(resource: string | undefined): ErrorShape {
  return resource === 'conversations' || resource === 'social-media-posting' ? 'gateway' : 'nest';
}
