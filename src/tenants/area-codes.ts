// Where a number's own digits tell the zone inside its country, or the country inside a prefix: area codes of the
// NANP (NANPA, CNAC), DDD of Brazil (Anatel), claves of Mexico (IFT; 521 is the old mobile form that WhatsApp still
// writes), landlines of Chile, Spain, Portugal, Australia and Russia. 555 is nobody's but the test numbers of Meta
// and of films. Zones of equal hours share one name. What a mobile number does not tell (Chile, Russia, Australia,
// …) stays with the capital.
//
// country zone base[,base] codes
export const AREAS = `
US America/New_York 1 201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272 276 283
US America/New_York 1 301 302 304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363 380 386 401 404
US America/New_York 1 407 410 412 413 419 423 434 436 440 443 445 463 465 470 472 475 478 484 502 508 513 516 517
US America/New_York 1 518 540 551 561 567 570 571 574 582 585 586 603 606 607 609 610 614 616 617 624 631 640 645
US America/New_York 1 646 656 667 678 680 681 686 689 703 704 706 716 717 718 724 727 728 729 732 734 740 743 754
US America/New_York 1 757 762 765 770 771 772 774 781 786 802 803 804 810 812 813 814 821 826 828 835 838 839 843
US America/New_York 1 845 848 854 856 857 859 860 862 863 864 865 878 904 906 908 910 912 914 917 919 929 930 934
US America/New_York 1 937 941 943 947 948 954 959 973 978 980 984 989
US America/New_York 1 555
US America/Chicago 1 205 210 214 217 218 219 224 225 228 235 251 254 256 262 270 274 281 308 309 312 314 316 318 319
US America/Chicago 1 320 325 327 331 334 337 346 353 361 364 402 405 409 414 417 430 432 447 448 457 464 469 471 479
US America/Chicago 1 483 501 504 507 512 515 531 534 539 557 563 572 573 580 601 605 608 612 615 618 620 621 629 630
US America/Chicago 1 636 641 651 659 660 662 682 701 708 712 713 715 726 730 731 737 763 769 773 779 785 806 815 816
US America/Chicago 1 817 830 832 847 850 861 870 872 901 903 913 918 920 924 931 936 938 940 945 952 956 972 975 979
US America/Chicago 1 985
US America/Denver 1 303 307 385 406 435 505 575 719 720 748 801 915 970 983
US America/Boise 1 208 986
US America/Phoenix 1 480 520 602 623 928
US America/Los_Angeles 1 206 209 213 253 279 310 323 341 350 357 360 369 408 415 424 425 442 458 503 509 510 530 541 559
US America/Los_Angeles 1 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 775 805 818 820 831 837 840
US America/Los_Angeles 1 858 909 916 925 949 951 971
US America/Anchorage 1 907
US Pacific/Honolulu 1 808
CA America/St_Johns 1 709 879
CA America/Halifax 1 428 506 782 902
CA America/Toronto 1 226 249 263 273 289 343 354 365 367 382 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705
CA America/Toronto 1 742 753 807 819 873 905 942
CA America/Winnipeg 1 204 431 474 584
CA America/Regina 1 306 639
CA America/Edmonton 1 368 403 587 780 825 867
CA America/Vancouver 1 236 250 257 604 672 778
MX America/Tijuana 52,521 616 646 658 661 663 664 665 686
MX America/Hermosillo 52,521 622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662
MX America/Mazatlan 52,521 311 319 323 324 325 327 389 612 613 615 624 667 668 669 672 673 687 694 695 696 697 698
MX America/Ciudad_Juarez 52,521 656 657
MX America/Ojinaga 52,521 626
MX America/Matamoros 52,521 867 868 877 878 894 897 899
MX America/Cancun 52,521 983 984 987 998
BR America/Cuiaba 55 65 66
BR America/Campo_Grande 55 67
BR America/Rio_Branco 55 68
BR America/Porto_Velho 55 69
BR America/Manaus 55 92 97
BR America/Boa_Vista 55 95
CL America/Punta_Arenas 56 61
CL America/Coyhaique 56 67
ES Atlantic/Canary 34 822 828 922 928
PT Atlantic/Madeira 351 291
PT Atlantic/Azores 351 292 295 296
AU Australia/Brisbane 61 7
AU Australia/Adelaide 61 88
AU Australia/Darwin 61 889
AU Australia/Perth 61 89
RU Europe/Kaliningrad 7 401
RU Europe/Samara 7 341 846 848
RU Asia/Yekaterinburg 7 342 343 345 346 347 349 351 352 353
RU Asia/Omsk 7 381
RU Asia/Novosibirsk 7 382 383 384 385 388
RU Asia/Krasnoyarsk 7 390 391 394
RU Asia/Irkutsk 7 301 395
RU Asia/Yakutsk 7 302 411 416
RU Asia/Vladivostok 7 421 423 426
RU Asia/Magadan 7 413 424
RU Asia/Kamchatka 7 415 427
`;
