import { phrases } from "../../words/phrases.ts";
import type { TalkWords } from "../tongue.ts";

/** How people speak of money without moving any. */
export const ENGLISH_TALK: TalkWords = {
  unreal: phrases<true>([
    [
      true,
      `want|wish|would|could|if|costs|quote|budget|should|might|planning|hoping|estimate
      going to buy|sell|spend|charge|pay|raise
      plan|hope|need to`,
    ],
  ]),
  hearsay: phrases<true>([
    [
      true,
      `they|people say|said|claim that?\ni heard|read that?\nsupposedly|apparently
      gave|sent|got|quoted me|us a? quote|estimate
      offered me|us|him|her
      he|she|they|cousin|brother|sister|neighbor|neighbour|friend|boss|dad|mom|uncle|aunt|guy sold|bought|spent|earned|won|lost`,
    ],
  ]),
  adverts: phrases<"header" | "surely" | "anywhere">([
    ["header", "for sale\nquote|estimate|menu|promo|special|specials\nprice|prices list?\nwanted"],
    ["surely", "forwarded"],
    [
      "anywhere",
      "obo|negotiable\nor best offer\ndm|message me|us\nforward this|to\nlimited time|offer\nfor free\nfree delivery|shipping|entry\ndeclined",
    ],
  ]),
  idioms: phrases<"figure" | "verb">([
    ["figure", "thanks a|one million\na|one million thanks|times\na hundred|hundred percent\none hundred percent"],
    [
      "verb",
      `owe|owed you|him|her|them|me an|a apology|favor|favour|call|answer|drink|beer|coffee|visit
      paid|pay|pays the price|off\npaid|pay attention|dearly\nspent|spend|lost|wasted the|a|all|my|some? day|time|night|morning|afternoon|hours|hour
      bought|buy it|time|that\nsold|sell out\nearned|earn respect|it`,
    ],
  ]),
  beside: phrases<"figure" | "habit" | "count" | "state" | "behind">([
    ["state", "is|are|was|were|costs|cost|sells|charges|charge|earns|makes|has|had|been|runs|goes"],
    ["figure", "last month|year|time\ndollar|rate at|is"],
    [
      "figure",
      `left|remaining|balance|owing is|was|of?
      still|now owes|owe|owing me|us|him|her|them?
      he|she|they|it|i|we? owed|asked|wanted|offered|quoted|used me|him|her|them|us? for?
      was|were asking|going to charge|pay|be? for?
      used to be|cost|charge|pay\nwas|were originally|usually
      originally|usually|normally|previously|before at|was|were?
      list|regular|original|asking price is|was|of?
      instead of\nwith a|an\nout of\nchange of|was
      odometer|mileage|meter is|at|reads|reading?`,
    ],
    ["count", "there were\nwe were|are\nparty|group|table|crew|family of\ntook|drove|worked|waited us|me?"],
    [
      "behind",
      "left|remaining|change|bill|bills|off|miles|calories|guests|followers|views|likes\nin change\nof change",
    ],
  ]),
};
