/** The day on which the gauge is delivered, somewhere. */
export const fogSecondDay = `
clerk: A notice. The fog gauge was delivered at 6.40 this morning. The carrier's card says that, nobody being visible, it was left "in a safe place".
. pier: And where is that?
.. clerk: The card has a box for saying so. The box is ticked.
... pier: A tick is not a place!
.... clerk: We have asked the carrier. He says it was tall, dark, and that it dripped.
..... vicar: That could be the lych-gate, the war horse, or my curate.
...... clerk: We have looked behind all three. Your curate asks whether he may come in now.
. ratepayer: So we have paid four hundred and twelve for a thing that measures how hard it is to find things, and we cannot find it. I would call that a reading.
bus: I may have something to report. Somebody got on the first bus at 6.50, tall, dark, dripping, did not speak and paid no fare. I took it for a student.
. sleuth: Where did it get off?
.. bus: Could not say. The lady in row three moved her knitting to let it sit down.
... connie: Is that the same lady? What is she knitting now?
.... bus: The second sleeve. She says it is not for a person.
..... connie: Then who has two sleeves and is not a person?
...... bus: I asked. She said that he has *four*, and that I should keep my eyes on the road.
....... winnie: I should like to make it clear that I have ordered nothing.
........ bernard: I have.
......... tilda: In what colour?
.......... bernard: Fog.
sally: I have drawn up a search plan. The town is divided into squares of fifty paces. Each volunteer takes one square, walks it from west to east, and shouts "gauge" at the corners.
|
| Please read the following before you set out, because yesterday nobody did:
|
| 1. West is where the damp comes from. If both sides are damp, you are in the river and should turn round.
| 2. Do **not** rescue anybody from a neighbouring square. They are searching it.
| 3. If you meet somebody shouting "gauge" who is not on the list, that is Bernard's owner, and she is shouting "Bernard".
| 4. Report what you find, whatever it is. We are short of a bench, a pond, and Mr Dunnock.
|
| Squares are handed out at the library, by Councillor Hobb, who is there anyway.
. hobb: I am glad to be of use. Somebody brought me soup. I do not know who, but their hand was warm.
.. marrow: Hobb, are you still not able to get out of the library?
... hobb: I have been able to get out since ten. I have started a book.
.... ida: Which one?
..... hobb: It is called *Do Not Panic in Mist*. He is only on chapter two and has already lost a good man.
interval: While you are all out, I have been asked to explain why a gauge is better than a hedge, a horn or a goat. It is because of *repetition*.
|
| Ask nine people how foggy it was on the third of February. You will get nine answers, and one of them will be about their knee. Ask a gauge nine times and you get the same number nine times, which may be wrong, but it will be wrong **in the same direction**, and we can build a town on that.
|
| Consider what we have now. The hedge depends on the eye, the horn depends on the wind, and the goat depends, as far as I am able to tell, on lunch. I have eleven years of Mrs Ashgrove's notes on my table. There are 214 entries of "sighed", forty of "sighed, but at me", and one, in the spring of the flood, which only says "he *knew*".
|
| I do not ask you to love the gauge. I ask you to imagine being able to say "point four" and have somebody in another street know what you mean.
. winnie: You said I could have those notes back by Wednesday.
.. interval: I am up to the flood. Please. I have to know what he knew.
... winnie: He knew there was a hole in the feed shed.
.... interval: That is the second most disappointing result of my career.
..... tilda: What was the first?
...... interval: I once proved that the number 12 bus is early.
....... bus: Once! By a minute! And I apologised to everybody it affected!
. lamp: "Point four." I lit this town for thirty-six years, and what I said was "mind out", and people knew what I meant.
.. nan: You once said it to my aunt Maud, and you were married in the spring.
... lamp: She did not mind out.
.... nan: Are you telling me, on a newspaper, that you are *that* lamplighter?
..... lamp: I thought you knew. I have been bringing the paper round for nine years.
...... nan: I thought you were the paper boy!
....... lamp: I am seventy-eight, Edith.
........ nan: It is always so foggy when you come.
......... jonty: nan is he my grandad
.......... lamp: Great-great-uncle by marriage, lad. But I'd be glad to teach you about wicks.
........... jonty: sick
horn: Has the search party considered a *sound*? A person who is lost walks towards a horn. A gauge might.
. interval: A gauge has no legs.
.. bus: It took the bus, though.
... horn: Exactly. It is a commuter. I shall give one long blast at the hour of the evening service and we shall see who turns up.
ed: To those asking whether the *Courier* will correct "nine to four": we have asked the council how Cllr Hobb's vote against a coat stand should be counted. Their answer:
|
| > A vote is valid when it is cast in the chamber, in a clear voice, upon the matter in hand.
|
| So: one out of three. The figure stands.
. hobb: My voice was extremely clear. The librarian shushed me.
. ratepayer: Who is the coat stand registered to? I ask because it has been claiming for parking.
.. clerk: I should rather not answer that before Monday.
nour: Here also we had a vote in the fog. It was forty to nothing for the old mayor. When it cleared, he was alone in the room.
. marrow: And the forty?
.. nour: An echo, a very loyal one. He kept it on as a deputy.
... pier: Still more use than a Fog Officer.
.... clerk: NOBODY HAS ADVERTISED FOR A FOG OFFICER.
..... pier: Touched a nerve.
`;
