/** Remarks under the lighthouse that is for sale. */
export const lighthouseThread = `
tilda: I went to the viewing. Two hundred and eleven steps, and at the top the agent says "and this is the downstairs".
. marrow: How many bedrooms?
.. tilda: It depends on what you call a corner.
... marrow: I had taken it that there were none.
.... tilda: That is what it says under "bedrooms".
lamp: You can't take the lamp out of a lighthouse. It's just a chimney that has been let down.
. horn: Some of us gave warning for years without a lamp, and nobody made us a listed monument.
. ed: The museum tells us that the lamp will be shown "in a darkened room, to give an idea of it".
ida: "Bright in the daytime." So is everything. I could sell the inside of a boot that way.
. pier: I'd want to see the boot.
salt: The last keeper left because of the noise. He said that the sea went on and on.
. salt2: He told me it was the neighbours. He had no neighbours. That is how thin the walls are.
`;

/** Remarks under the night market, before it was closed to them. */
export const marketThread = `
connie: I sell lanterns. I have three thousand. I should like to know what the council thinks they are *for*.
. ratepayer: Daytime lanterns. Half the wick, the same price.
hake: Nobody has ever asked to see my fish by daylight and I would rather that nobody began.
. vicar: If the night is free now, the parish would like to apply for it.
.. nour: In our city the night market is also by day. We close the shutters and everybody whispers. It is very good for trade, but people do marry the wrong cousin.
`;
