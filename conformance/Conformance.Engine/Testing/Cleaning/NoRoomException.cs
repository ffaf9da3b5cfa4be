using Conformance.Engine.Requests;
using Conformance.Reports;

namespace Conformance.Engine.Testing.Cleaning;

/// <summary>What a request would make is more than the configuration allows to exist at once.</summary>
internal sealed class NoRoomException(string reason) : CannotArrangeException(SkipReason.NotIsolated, reason);
