using System.Text;

namespace Conformance.Generators;

/// <summary>Where random choices come from: one for each requirement, so that nothing depends on order or parallelism.</summary>
/// <param name="Seed">Decides every random choice; the same on every machine.</param>
/// <param name="Prefix">Begins every name and token of the run: characters of <c>[a-z0-9]</c>.</param>
/// <param name="RandomCount">How many random members a set of samples holds beside the chosen ones.</param>
public sealed record Draw(ulong Seed, string Prefix, int RandomCount)
{
    /// <summary>How much is spent on each class of values.</summary>
    public Thoroughness Thoroughness { get; init; } = Thoroughness.Usual;

    private const int TagLength = 10;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The draw of this name: its seed depends on this draw's seed and the name alone.</summary>
    public Draw For(string name) => this with { Seed = Mixed(Seed ^ Mixed(Fnv1a(name))) };

    /// <summary>The draw of this number; for the many values of one name, where a name for each would take most of the time.</summary>
    internal Draw Turn(int number) => this with { Seed = Mixed(Seed ^ (0xD1B54A32D192ED03 * (ulong)(number + 1))) };

    /// <summary>Ten characters of <c>[a-z0-9]</c> that differ from draw to draw.</summary>
    internal string Tag()
    {
        var rest = Mixed(Seed + 0x9E3779B97F4A7C15);
        var tag = new char[TagLength];
        for (var i = 0; i < tag.Length; i++, rest /= 36)
            tag[i] = Digits[(int)(rest % 36)];
        return new string(tag);
    }

    /// <summary>A choice among this many, for the few places that need just one.</summary>
    internal int Pick(int count) => (int)(Mixed(Seed + 1) % (ulong)count);

    /// <summary>The draw's random number of this index, from 0 (SplitMix64).</summary>
    internal int Roll(int index) => (int)(Mixed(Seed + ((ulong)(index + 1) * 0x9E3779B97F4A7C15)) >> 33);

    /// <summary>The choice of this index among so many, from 0.</summary>
    internal int Among(int index, int count) => (int)(((long)Roll(index) * count) >> 31);

    // FNV-1a, 64 bits: string.GetHashCode differs from process to process.
    private static ulong Fnv1a(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ octet) * 1099511628211UL;
        return hash;
    }

    // The finalizer of SplitMix64: every bit of the input reaches every bit of the output.
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
