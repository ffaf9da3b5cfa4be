using System.Text;
using Conformance.Engine.Tests.Exchanges.Streams;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Streams of frames, right and wrong ones in turn.</summary>
internal static class HostileFrames
{
    private static readonly ImmutableArray<string> HeaderNames =
    [
        ":message-type",
        ":event-type",
        ":exception-type",
        ":error-code",
        ":error-message",
        ":content-type",
        "x",
        "\u00ff",
    ];

    private static readonly ImmutableArray<string> Texts =
    [
        "event",
        "exception",
        "error",
        "initial-response",
        "application/json",
        "",
        "\0",
        "\ud83d\ude00",
        .. WhatIsRead.EventNames,
    ];

    private static readonly ImmutableArray<long> Lengths = [0, 1, 12, 15, 16, 131_073, 25_165_841, uint.MaxValue];

    public static byte[] Of(Chance chance)
    {
        List<byte[]> frames = [];
        for (var left = 1 + chance.Few(6); left > 0; left--)
            frames.Add(One(chance));
        return [.. frames.SelectMany(frame => frame)];
    }

    private static byte[] One(Chance chance) =>
        chance.Below(20) switch
        {
            0 => Frames.Prelude(chance.Of(Lengths), chance.Of(Lengths)),
            1 => [.. Frames.Prelude(chance.Of(Lengths), 0), .. chance.Bytes(chance.Few(40))],
            2 => chance.Bytes(chance.Few(60)),
            3 => Mutations.Of(Right(chance), chance),
            < 8 => Odd(chance),
            _ => Right(chance),
        };

    private static byte[] Right(Chance chance)
    {
        var name = chance.Of(WhatIsRead.EventNames);
        var json = Encoding.Latin1.GetString(HostileJson.Of(chance));
        return chance.In100(75) ? Frames.Event(name, json) : Frames.Exception(name, json);
    }

    private static byte[] Odd(Chance chance)
    {
        List<byte> headers = [];
        for (var left = chance.Few(6); left > 0; left--)
            headers.AddRange(Header(chance));
        var payload = chance.In100(50) ? HostileJson.Of(chance) : chance.Bytes(chance.Few(50));
        return Frames.Message(chance.In100(90) ? [.. headers] : Mutations.Of([.. headers, 0], chance), payload);
    }

    private static byte[] Header(Chance chance)
    {
        var name = chance.Of(HeaderNames);
        var type = (byte)chance.Below(chance.In100(95) ? 10 : 256);
        return type switch
        {
            7 => Frames.Text(name, chance.Of(Texts)),
            6 => Frames.Header(name, type, Frames.Counted(chance.Bytes(chance.Few(20)))),
            2 => Frames.Header(name, type, chance.Bytes(1)),
            3 => Frames.Header(name, type, chance.Bytes(2)),
            4 => Frames.Header(name, type, chance.Bytes(4)),
            5 or 8 => Frames.Header(name, type, chance.Bytes(8)),
            9 => Frames.Header(name, type, chance.Bytes(16)),
            _ => Frames.Header(name, type),
        };
    }
}
