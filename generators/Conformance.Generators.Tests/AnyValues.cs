using FsCheck;
using FsCheck.Fluent;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Values near to every constraint and far from all: members of patterns, edits of them, odd texts, odd numbers, any JSON.</summary>
internal static class AnyValues
{
    private const string OddCharacters =
        "aAzZ09-_/.!*:'()\n\r\t \0\u0001\u0085é\u0663\uFF11\u212A\u0130\u0301\uD83D\uDE00\u3000{}%@[`^$|";

    private static readonly Gen<char> Odd = Gen.Elements(OddCharacters.ToCharArray());

    private static readonly string[] Spelt =
    [
        .. All.Where(m => m.Find<Pattern>() is not null)
            .SelectMany(m =>
                Values
                    .RandomMembers(m, Seeded)
                    .Take(60)
                    .Concat(Values.RandomNearMisses(m, m.Find<Pattern>()!, Seeded).Take(60))
            )
            .Select(sample => ((JsonText)sample.Value).Value)
            .Where(text => text.Length < 600),
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (4, Gen.Elements(Spelt)),
        (
            3,
            from text in Gen.Elements(Spelt)
            from at in Gen.Choose(0, text.Length)
            from c in Odd
            select text.Insert(at, $"{c}")
        ),
        (3, Gen.Choose(0, 60).SelectMany(n => Odd.ArrayOf(n)).Select(chars => new string(chars))),
        (
            1,
            from c in Odd
            from n in Gen.Elements(0, 1, 32, 33, 40, 41, 63, 64, 100, 101, 256, 257, 512, 513)
            select new string(c, n)
        )
    );

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Elements(
            "0",
            "-0",
            "1.0",
            "1e0",
            "10e-1",
            "1.5",
            "2147483647",
            "2147483648",
            "-2147483649",
            "1e400",
            "-1e-400"
        ),
        Gen.Elements(
            "99999999999999999999",
            "0.1",
            "1e-7",
            "1e-8",
            "1e15",
            "1e308",
            "1e309",
            "5e-324",
            "-0.0",
            "100",
            "101"
        ),
        Gen.Choose(-3_000, 3_000).Select(n => $"{n}"),
        Gen.Choose(-3_000, 3_000).Select(n => $"{n / 100m}")
    );

    public static Arbitrary<JsonValue> Any { get; } =
        Arb.From(
            Gen.Frequency(
                (8, Texts.Select(text => (JsonValue)new JsonText(text))),
                (2, Numbers.Select(number => (JsonValue)new JsonRaw(number))),
                (1, Numbers.Select(number => (JsonValue)new JsonText(number))),
                (
                    1,
                    Gen.Elements("null", "true", "false", "[]", "[1]", "[1,2]", "{}", """{"a":null}""")
                        .Select(JsonValue.Parse)
                )
            )
        );
}
