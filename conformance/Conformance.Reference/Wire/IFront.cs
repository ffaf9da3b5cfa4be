namespace Conformance.Reference.Wire;

/// <summary>What stands between clients and a server on the same machine. Its end ends all connections.</summary>
public interface IFront : IAsyncDisposable
{
    /// <summary>Where clients find it.</summary>
    Uri BaseAddress { get; }
}
