/** The day on which the gauge is found, and read. */
export const fogThirdDay = `
sleuth: I have solved it.
|
| I began, as one should, with the knitting. Four sleeves in three days is a great deal of wool, and the only shop with that much grey is Pell's, on the corner of Mill Lane. Mrs Pell tells me that the lady in row three pays in exact change, always buys for "a difficult figure", and leaves by the *back*.
|
| The back of Pell's gives on to the lane of the nine hedges. I stood there from six, with a flask. At 6.40 to the minute, at the fifth hedge, which is to say at the van, I observed a tall, dark, dripping shape. I addressed it. It did not answer. I accused it. It still did not answer, which in my experience is as good as a signature.
|
| The gauge has been standing behind Mr Hake's van since the morning it came. It is wearing one sleeve.
. hake: Behind my van? I've been hanging my oilskins on that!
.. sleuth: Hence "dripping".
... hake: I told it good morning. I told it about my *divorce*.
.... ida: How did it take that?
..... hake: Very steadily. Best listener I've had.
...... interval: What did it *read*, man?
....... hake: I don't know. There's a little glass with a needle. It went up a bit at the part about the boat.
. bus: Then who was on my bus?!
.. marrow: Yes. I was hoping that somebody would leave that one alone.
... bus: It sat there from the chapel to the depot. The seat was wet.
.... pier: Was it wearing a hat?
..... bus: Now you say it. Yes.
...... ed: Alderman Pell confirms that he has been trying to get home since the vote, and that he would like to thank the lady in row three for the mint.
....... bus: He owes me a single.
........ ratepayer: At last, some revenue.
clerk: With the gauge found, the council will take the first official reading at noon, from the steps. All are welcome. Those who can see the steps are asked to bring those who cannot.
interval: THE FIRST READING, for posterity. Noon, town hall steps, wind nothing, about sixty present or within earshot.
|
| The needle points to **E**.
. ratepayer: E for what?
.. interval: The scale goes from A to F. The booklet that explains them is in Finnish, or has been near the goat. It begins at page nine.
... bernard: Pages one to eight were very dry.
.... winnie: That is *precisely* the sort of thing he would say.
. salt: E for Enough.
.. salt2: E for Elsewhere.
... salt: That is not bad.
.... salt2: Thank you.
..... salt: I did not say it was good.
...... tilda: I am framing this exchange.
. hedges: At the same moment our observer at the church gate had **two hedges and a wheel**. We therefore propose that E be defined as two hedges and a wheel.
.. hake: My wheel!
... sally: Seconded, if only so that I can put it in the legend of the map.
.... marrow: The first unit in the history of science that has to be moved on market days.
..... hake: I've moved it once in fifteen years, and then only because the wren wanted shade.
lamp: I was at the steps. When the needle stopped, nobody spoke, and then somebody at the back said "well, it is what I'd have said", and then everybody had said it.
. petrel: I was the somebody.
.. lamp: I know. There was a feather.
. horn: I had been asked to sound the noon. I want to tell it in full, because I have waited twenty-two years for something to tell.
.. horn: The first foghorn has been out since the equinox with a valve. So it was I who stood there with my hand on the cord, and I could see nothing at all, no steps, no crowd, not the end of my own horn.
|
| I thought: they cannot see me, they cannot see each other, and they cannot see the gauge. The only thing that any of them is going to know about this moment is what I do next. So I gave it the long one. I gave it everything that was in the tank.
|
| And then, out of the white, from all over the town, people clapped. I do not know how many. It sounded like rain beginning.
... connie: I clapped until my gloves were wet.
.... horn: That was you? On the left?
..... connie: I don't know what I was on the left of. But yes.
...... ida: I have read this to three patients. All of them have something in their eye, and for once it is not my department.
....... pier: I thought it was a bit flat.
........ horn: It *was* a bit flat. It was the best flat note of my life.
......... pier: Fair enough. I clapped too. I'd be obliged if that went no further.
.......... ratepayer: Pier clapped. I have it in writing.
. salt2: You could hear it out beyond the bar. We turned the boat by it.
.. salt: You were out in that?
... salt2: Somebody had to bring in the pots. Yours are on the slip.
.... salt: I never asked you to.
..... salt2: No.
...... salt: There is a kettle at mine. It is the one with the blue door, if you can find the door.
....... salt2: I have known which door for thirty years.
........ salt: Then you have been a long time knocking.
ratepayer: Let us total it. One gauge, 412. One search, soup included, 38. A single fare, owed. The coat stand's parking, under review. And against that, two old men having tea. I will allow it. ***This once.***
hobb: I have finished the book. I should like to come home now.
. sally: Walk towards the horn, Councillor.
.. hobb: Which is the one that sounds pleased with itself?
... sally: That's her.
. clerk: While you are up: we have to re-run the vote on Monday, with the window shut. How will you be voting?
.. hobb: For. Definitely for. I have met a great many people in there and I should like to see some of them.
... marrow: And the coat stand?
.... clerk: Has declared an interest.
winnie: A last word from the hill. The lady in row three came up this afternoon with a parcel. Bernard now has a pullover with four sleeves. It is exactly the colour of the weather, and I have not been able to find him since.
. interval: Is he sighing?
.. winnie: Somewhere to the left of me. But he means it less.
... bernard: Much less.
.... ed: On behalf of the *Courier*: who ARE you?
..... bernard: Row three, dear. I get off here.
`;
