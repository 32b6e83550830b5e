/** Remarks under the fog gauge, as `readRemarks` reads them. */
export const fogFirstDay = `
jonty: first
. nan: Jonty, you are at school.
.. jonty: nan why are you on here
... nan: I have been on here since before you were born, dear. I am the one who got the bins changed.
.... ratepayer: That was YOU?
..... nan: Tuesdays suit everybody. You have all simply stopped saying so.
salt: Forty years I have looked at that fog and I never once felt the need of a number.
. salt2: I am also called Old Salt and I have felt the need of a number since about 1998.
.. salt: You again.
... salt2: I live here.
.... salt: So does the fog, and it does not sign my name.
..... salt2: I was christened Oldham Salter. What is your excuse?
...... salt: Forty years of weather.
....... tilda: Could one of you possibly become *Older* Salt?
........ salt: I will not be outranked by a comparative.
......... fewer: Strictly, with only two of you, the comparative is the correct form.
.......... salt: I have nothing further to say to anybody with a grammar.
........... salt2: For once he speaks for both of us.
ratepayer: Four hundred and twelve for a gauge. We have on average thirty-one foggy days. That is thirteen and a bit per fog, and the fog itself has always been free.
. interval: An average over how many years?
.. ratepayer: One. Last one.
... interval: So that is not an average, that is an anecdote with a decimal point.
.... ratepayer: My anecdote has been audited.
. pier: Wait until they appoint an officer to read it. Then a deputy for when it is too foggy to find the officer.
.. clerk: The post of Fog Officer has not been advertised.
... pier: NOT YET, he says.
.... clerk: She says. And it has not been advertised because nobody has agreed which noticeboard can be seen.
hedges: The Society wishes to observe that Lower Quill already possesses a perfectly serviceable unit of fog, namely **the hedge**.
|
| For the benefit of newcomers, one stands at the church gate and looks down Mill Lane, along which our founders planted nine hedges at intervals of twenty paces:
|
| - *Nine hedges* visible: a clear day. Hang out the washing.
| - *Six hedges*: what visitors call fog and residents call Thursday.
| - *Three hedges*: lamps are lit, and the choir sings louder so that its members can be counted.
| - *No hedges*: one has either met with a true fog or is facing the church.
|
| The method has cost the town nothing since 1887, apart from the trimming.
. sally: I have surveyed Mill Lane. There are eight hedges and a van.
.. hedges: The van is parked where the fifth hedge would be, and has been counted as a hedge, *pro tempore*, since 2009.
... hake: That's my van.
.... hedges: Then kindly have it trimmed.
..... hake: It's green, it's got moss on it, and a wren in the wheel arch. Honestly I'd call it fully qualified.
sleuth: Nine to four is thirteen. The council has fourteen members. Am I the only person who can still add?
. ratepayer: I noticed. I thought it was the rounding.
. marrow: Which of them was not counted?
.. sleuth: I have been through the roll and it is Councillor Hobb. He is recorded as present at seven and is not recorded as anything after that.
... clerk: The minutes state that Cllr Hobb "rose to make a point and has not been seen to sit".
.... marrow: It was that thick *indoors*?
..... clerk: Somebody had opened a window in order to demonstrate the issue.
...... lamp: In the old days they would have sent a boy in with a lantern and a rope.
....... clerk: We sent Mr Dunnock with a bicycle lamp. We have since sent somebody for Mr Dunnock.
. hobb: I am perfectly all right. I am in what I took to be the lobby. It is the library. I voted against.
.. sleuth: Against what?
... hobb: Against whatever was being proposed by the person in front of me, who I now understand to have been a coat stand.
.... marrow: Did it speak well?
..... hobb: Better than the seconder.
petrel: Fog is not a quantity. It is cloud that has come down to see how we live.
. vicar: Might I use that on Sunday?
.. petrel: Only if you say who said it.
... vicar: "As a seabird remarked to me this week." The congregation is used to it.
winnie: None of this is necessary. My goat Bernard has been telling the weather on Ashgrove Hill for eleven years. When it is going to be foggy he lies down facing the sea and sighs.
. interval: And when it is not going to be foggy?
.. winnie: He lies down facing the sea and sighs, but he means it less.
... interval: I see. And has anyone taken down how *much* he means it?
.... bernard: Moderately. Write down "moderately".
..... winnie: Whoever is pretending to be Bernard, I would ask you to stop. He can't reach the keyboard.
...... bernard: I have eaten the gate. I can reach everything.
....... winnie: That is a horribly good guess about the gate.
nour: In our harbour across the water we had such a gauge. It worked well for six years. Then somebody dusted it.
. marrow: What did it measure after that?
.. nour: Sunshine. Every day, sunshine. Four boats sailed into the fish market. The fish were very surprised to be back.
horn: I have been second foghorn at the north mole for twenty-two years and this is what I have to show for it: a *dial*. You cannot hear a dial.
. connie: What does the first foghorn think?
.. horn: The first foghorn does not discuss matters with the second foghorn.
. nan: I can hear you from Cobbler's Steps, dear, and you have never sounded second to me.
.. horn: I do not mind saying that I had to go and stand outside for a moment.
ed: Dot Varley here, for the paper. Several readers ask whether the picture above the article failed to load. It did not. That is the council chamber.
. tilda: I have printed it. It goes beautifully with the sofa.
. sleuth: Bottom left: is that a hat?
.. ed: The photographer says it is either Alderman Pell's hat or Alderman Pell.
... marrow: Ask it something about drains.
.... ed: We did. It is Alderman Pell.
`;
