/** Nest's names for the parts of the projector. */
export const READ_POOL = Symbol('read pool');
export const ERASURE_REPLAY = Symbol('erasure replay');
export const PROJECTOR = Symbol('projector');
export const TELLING = Symbol('telling of this process');
export const SET = Symbol('projection set');
export const RENDERER = Symbol('renderer');
export const FORGETTING_ACTIVITY = Symbol('forgetting activity');
export const FILLING_SEARCH = Symbol('filling search');
export const RENDERING_ANEW = Symbol('rendering anew');
