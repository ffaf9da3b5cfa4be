using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Contracts.Provider.States;

/// <summary>A provider state with the way to bring it about through the target's own API.</summary>
/// <param name="Name">Its name, one of <see cref="Interactions.StateNames"/>.</param>
/// <param name="Bring">
/// Brings it about, given its parameters and what every state of the API gives; throws
/// <see cref="CannotArrangeException"/> where that can't be done.
/// </param>
internal sealed record KnownState(string Name, Func<TestSession, JsonObject, BroughtAbout, Task<BroughtAbout>> Bring);
