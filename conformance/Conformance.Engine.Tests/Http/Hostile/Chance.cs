using System.Text;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Choices drawn from a seed: the same seed gives the same bytes, everywhere.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number from 0 to one less than this.</summary>
    public int Below(int beyond) => random.Next(beyond);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In100(int cases) => random.Next(100) < cases;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    public T Of<T>(ImmutableArray<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>Mostly a few, now and then as many as this.</summary>
    public int Few(int most) => random.Next(1 + random.Next(1 + most));

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Any characters of Latin-1, control characters among them.</summary>
    public string Noise(int most) => Encoding.Latin1.GetString(Bytes(Few(most)));
}
